import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edited } from '../src/composer/edit.ts'
import { matchRank } from '../src/composer/suggest/match-rank.ts'
import { roomReference } from '../src/composer/suggest/room-reference.ts'
import { shortcodeEdit } from '../src/composer/suggest/shortcode.ts'
import { createSuggesting } from '../src/composer/suggest/suggesting.ts'
import type { Suggestion, SuggestionSource } from '../src/composer/suggest/suggestion.ts'
import { triggerAt } from '../src/composer/suggest/trigger.ts'
import { fakeClock } from './fake-clock.ts'
import { marked, shown } from './written.ts'

test('WEB-193 a name is seen where it is being written, with text before and behind it', () => {
  assert.deepEqual(at('Hello @be|'), { kind: '@', query: 'be', from: 6, to: 9 })
  assert.deepEqual(at('@|'), { kind: '@', query: '', from: 0, to: 1 })
  assert.deepEqual(at('(@be|n, hello)'), { kind: '@', query: 'be', from: 1, to: 5 })
  assert.deepEqual(at('in #te|'), { kind: '#', query: 'te', from: 3, to: 6 })
  assert.deepEqual(at('so :ta|da: good'), { kind: ':', query: 'ta', from: 3, to: 9 })
  assert.deepEqual(at('/in|'), { kind: '/', query: 'in', from: 0, to: 3 })
  assert.deepEqual(at('@Zoë|'), { kind: '@', query: 'Zoë', from: 0, to: 4 })
})

test('WEB-193 no name is seen in code, in addresses, in the middle of words, or behind a space', () => {
  const texts = [
    'a@b|',
    '`@be|',
    '```\n@be|',
    '@ben |',
    'https://a.example/#x|',
    '10:30|',
    ':a|',
    ':)|',
    'x::ab|',
    '//in|',
  ]
  for (const text of [...texts, 'say /in|', '/invite @b c|', '# |', `@${'x'.repeat(60)}|`, '']) {
    assert.equal(at(text.includes('|') ? text : `${text}|`), undefined, text)
  }
})

test('WEB-194 names are found by the beginnings of their words, whatever their accents and case', () => {
  assert.equal(matchRank('chloe', ['Chloé']), 0)
  assert.equal(matchRank('CHL', ['Chloé Martin']), 1)
  assert.equal(matchRank('mar', ['Chloé Martin']), 2)
  assert.equal(matchRank('oka', ['ben.okafor']), 2)
  assert.equal(matchRank('rti', ['Chloé Martin']), 3)
  assert.equal(matchRank('rt', ['Chloé Martin']), undefined)
  assert.equal(matchRank('', ['anybody']), 1)
})

test('WEB-195 the list opens, is walked round its ends, and what is chosen takes the place of the name', () => {
  const { suggesting } = opened()
  suggesting.look('Hi @b', 5)
  assert.deepEqual(keys(suggesting), ['ben', 'bea'])
  suggesting.move(-1)
  assert.equal(suggesting.shown.value?.active, 1)
  suggesting.move(1)
  assert.equal(suggesting.shown.value?.active, 0)
  const edit = suggesting.choose('Hi @b')
  assert(edit)
  assert.equal(shown(edited(marked('Hi @b|'), edit)), 'Hi @ben |')
  assert.equal(suggesting.shown.value, undefined)
  suggesting.look('Hi @bx there', 5)
  const inside = suggesting.choose('Hi @bx there', 1)
  assert(inside)
  assert.equal(shown(edited(marked('Hi @bx there|'), inside)), 'Hi @bea |there')
})

test('WEB-195 behind a choice at the end of a line the caret stays on that line', () => {
  const { suggesting } = opened()
  suggesting.look('Hi @b\nthere', 5)
  const edit = suggesting.choose('Hi @b\nthere')
  assert(edit)
  assert.equal(shown(edited(marked('Hi @b|\nthere'), edit)), 'Hi @ben |\nthere')
})

test('WEB-195 a list that was dismissed stays away until another name is written', () => {
  const { suggesting } = opened()
  suggesting.look('@b', 2)
  suggesting.dismiss()
  suggesting.look('@be', 3)
  assert.equal(suggesting.shown.value, undefined)
  suggesting.look('@be ', 4)
  suggesting.look('@be @b', 6)
  assert.deepEqual(keys(suggesting), ['ben', 'bea'])
})

test('WEB-196 further away is looked once typing rests; late answers to older questions are dropped; failure costs nothing', async () => {
  const { suggesting, clock, asked, found } = opened()
  suggesting.look('@be', 3)
  clock.pass(100)
  suggesting.look('@bert', 5)
  clock.pass(149)
  assert.equal(asked.length, 0)
  clock.pass(1)
  assert.deepEqual(
    asked.map(({ query }) => query),
    ['bert'],
  )
  suggesting.look('@berta', 6)
  assert(asked[0]?.signal.aborted)
  found.push('bert')
  await asked[0]?.answer()
  assert.equal(suggesting.shown.value, undefined)
  clock.pass(150)
  found.push('berta')
  await asked[1]?.answer()
  assert.deepEqual(keys(suggesting), ['berta'])
  suggesting.look('@ber', 4)
  clock.pass(150)
  await asked[2]?.fail()
  assert.deepEqual(keys(suggesting), ['bert', 'berta'])
})

test('WEB-196 what somebody is about to choose stays chosen when more is found', async () => {
  const { suggesting, clock, asked, found } = opened()
  suggesting.look('@b', 2)
  suggesting.move(1)
  clock.pass(150)
  found.unshift('baba')
  await asked[0]?.answer()
  assert.deepEqual(keys(suggesting), ['baba', 'ben', 'bea'])
  assert.equal(suggesting.shown.value?.active, 2)
})

test('WEB-197 a shortcode becomes its emoji when it is closed; smileys and code stay', () => {
  const emojiOf = (code: string): string | undefined => ({ tada: '🎉', '+1': '👍' })[code]
  const close = (text: string): string | undefined => {
    const written = marked(text)
    const edit = shortcodeEdit(written.text, written.from, emojiOf)
    return edit && shown(edited(written, edit))
  }
  assert.equal(close('so :tada:| good'), 'so 🎉| good')
  assert.equal(close(':TADA:|'), '🎉|')
  assert.equal(close(':+1:|'), '👍|')
  for (const text of [':)|', ':tada|', '`:tada:|', ':none:|', 'a:tada:|', '::|', '12:30:|'])
    assert.equal(close(text), undefined)
})

test('WEB-198 a room of one word is named by it, any other by a link that says its name', () => {
  const origin = 'https://chat.example'
  assert.equal(roomReference({ id: 'rm_1', name: 'tea-and_cake' }, origin), '#tea-and_cake')
  assert.equal(roomReference({ id: 'rm_1', name: 'Über' }, origin), '#Über')
  assert.equal(roomReference({ id: 'rm_1', name: 'tea room' }, origin), '[tea room](https://chat.example/r/rm_1)')
  assert.equal(
    roomReference({ id: 'rm_1', name: 'a](https://evil.example)' }, origin),
    '[a)(https://evil.example)](https://chat.example/r/rm_1)',
  )
  assert.equal(roomReference({ id: 'rm_1', name: '-' }, origin), '[-](https://chat.example/r/rm_1)')
})

function at(text: string): unknown {
  const written = marked(text)
  return triggerAt(written.text, written.from)
}

function keys({ shown: { value } }: ReturnType<typeof createSuggesting>): string[] | undefined {
  return value?.items.map(({ key }) => key)
}

interface Asked {
  query: string
  signal: AbortSignal
  answer: () => Promise<void>
  fail: () => Promise<void>
}

/** A list with a source that knows Ben and Bea, and learns what is put into `found`. */
function opened() {
  const clock = fakeClock()
  const asked: Asked[] = []
  const found = ['ben', 'bea']
  const source: SuggestionSource = {
    kind: '@',
    lookUpAfterMs: 150,
    suggest: (query) => found.filter((name) => name.startsWith(query)).map(suggestion),
    lookUp: (query, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const settled = (settle: () => void) => async (): Promise<void> => {
        settle()
        await promise.catch(() => {})
        await Promise.resolve()
      }
      asked.push({ query, signal, answer: settled(resolve), fail: settled(() => reject(new Error('offline'))) })
      return promise
    },
  }
  return { suggesting: createSuggesting(clock, [source]), clock, asked, found }
}

function suggestion(name: string): Suggestion {
  return { key: name, insert: `@${name}`, sign: { icon: 'horn' }, label: name, note: '' }
}
