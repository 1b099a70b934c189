import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { COMMANDS } from '@natter/protocol/schemas'
import { EMOJI_DE } from '../src/emoji/data/emoji-de.ts'
import { EMOJI_EN } from '../src/emoji/data/emoji-en.ts'
import { ALL_DRAWN } from '../src/emoji/drawn-emoji.ts'
import { EMOJI_GROUPS, toned } from '../src/emoji/emoji-lines.ts'
import { emojiTable } from '../src/emoji/emoji-table.ts'
import { SKIN_TONES, takeTone, withoutTone } from '../src/emoji/skin-tone.ts'

const english = emojiTable(EMOJI_EN, undefined, ALL_DRAWN)
const german = emojiTable(EMOJI_EN, EMOJI_DE, ALL_DRAWN)

function found(query: string, table = english): string[] {
  return table.search(query, 5).map(({ emoji }) => emoji)
}

test('WEB-129 the server takes every emoji of the picker as a reaction, in every tone', () => {
  const { emoji } = COMMANDS['reaction.add'].schema.shape
  const refused = english.all
    .flatMap((each) => SKIN_TONES.map((tone) => toned(each, tone)))
    .filter((each) => !emoji.safeParse(each).success)
  assert.deepEqual(refused, [])
  assert.equal(emoji.safeParse('👍👍').success, false)
  assert(english.all.length > 1_800)
})

test('WEB-129 every emoji has a name, a group, and names between colons that are nobody else’s', () => {
  const codes = english.all.flatMap((each) => each.codes)
  assert.equal(new Set(codes).size, codes.length)
  for (const { emoji, name, codes: own } of english.all)
    assert(name !== '' && own[0] !== undefined && own[0] !== '', emoji)
  assert.deepEqual(new Set(english.all.map(({ group }) => group)), new Set(EMOJI_GROUPS))
  for (const code of codes) assert.match(code, /^[a-z0-9_+-]{1,40}$/)
})

test('WEB-130 of names that begin alike the shortest comes first', () => {
  assert.equal(found('hea')[0], '❤️')
  assert.equal(found('tad')[0], '🎉')
})

test('WEB-130 names known from GitHub and Slack lead to their emoji', () => {
  const known = {
    tada: '🎉',
    '+1': '👍',
    thumbsup: '👍',
    heart: '❤️',
    joy: '😂',
    white_check_mark: '✅',
    shipit: undefined,
    de: '🇩🇪',
    x: '❌',
  }
  for (const [code, emoji] of Object.entries(known)) assert.equal(english.of(code)?.emoji, emoji, code)
})

test('WEB-130 a search finds by name, by its beginning, by words and by what it is about, the closest first', () => {
  assert.equal(found('tada')[0], '🎉')
  assert(found(':tad').includes('🎉'))
  assert.equal(found('heart')[0], '❤️')
  assert(found('party').includes('🎉'))
  assert(found('thumbs up').includes('👍'))
  assert(found('france').includes('🇫🇷'))
  assert.deepEqual(found('xyzzyx'), [])
  assert.deepEqual(found(' '), [])
  assert.equal(english.search('a', 7).length, 7)
})

test('WEB-130 in German emoji are found by their German and their English names', () => {
  assert(german.search('herz', 20).some(({ emoji }) => emoji === '❤️'))
  assert.equal(found('konfettibombe', german)[0], '🎉')
  assert.equal(found('tada', german)[0], '🎉')
  assert.equal(german.of('tada')?.name, 'Konfettibombe')
})

test('WEB-131 only what the screen draws is offered; names in texts still lead to all', () => {
  const old = emojiTable(EMOJI_EN, undefined, { versionMax: 13, hasFlags: false })
  assert.deepEqual(found('moose', old), [])
  assert.deepEqual(found('moose').slice(0, 1), ['🫎'])
  assert.equal(old.of('moose')?.emoji, '🫎')
  assert.deepEqual(found('germany', old), [])
  assert(old.all.some(({ emoji }) => emoji === '🏳️‍🌈'))
})

test('WEB-132 a skin tone is everybody’s in an emoji, and can be taken off', () => {
  assert.equal(takeTone('👍', 3), '👍🏽')
  assert.equal(takeTone('☝️', 1), '☝🏻')
  assert.equal(takeTone('👩‍❤️‍👨', 5), '👩🏿‍❤️‍👨🏿')
  assert.equal(takeTone('👍', 0), '👍')
  assert.equal(withoutTone('👍🏽'), '👍')
})

test('WEB-379 every character that is an emoji by itself comes from the font in colours', async () => {
  const css = await readFile(new URL('../src/base/tokens.css', import.meta.url), 'utf8')
  const [, listed = ''] = /unicode-range:([^;]*)/.exec(css) ?? []
  const ranges = [...listed.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(([, from = '', to = from]) => ({
    from,
    to,
  }))
  const isListed = (code: number): boolean =>
    ranges.some(({ from, to }) => code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16))
  const black = Array.from({ length: 0x20000 }, (_, code) => code).filter(
    (code) => /^\p{Emoji_Presentation}$/u.test(String.fromCodePoint(code)) && !isListed(code),
  )
  assert.deepEqual(black, [])
  // Arrows, ticks and the like stay what the text is set in.
  assert.equal(
    ['→', '✓', '☑', '#'].some((each) => isListed(each.codePointAt(0) ?? 0)),
    false,
  )
})
