import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInline } from '../src/text/inline.ts'
import type { Inline } from '../src/text/tree.ts'

function only<Kind extends Inline['kind']>(kind: Kind, text: string): Extract<Inline, { kind: Kind }>[] {
  return parseInline(text).filter((inline): inline is Extract<Inline, { kind: Kind }> => inline.kind === kind)
}

test('WEB-120 a labelled link opens http, https or mailto, and nothing else is one', () => {
  assert.deepEqual(parseInline('see [the *docs*](https://example.org/a_(b)).'), [
    { kind: 'text', text: 'see ' },
    {
      kind: 'link',
      text: 'https://example.org/a_(b)',
      href: 'https://example.org/a_(b)',
      label: [
        { kind: 'text', text: 'the ' },
        { kind: 'emphasis', inside: [{ kind: 'text', text: 'docs' }] },
      ],
    },
    { kind: 'text', text: '.' },
  ])
  assert.equal(only('link', '[mail](mailto:ana@example.org)')[0]?.href, 'mailto:ana@example.org')
  for (const text of [
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT://example.org/%0aalert(1))',
    '[x](data:text/html,x)',
    '[x](//example.org)',
    '[x](/r/rm_a)',
    '[ ](https://example.org/\u202e)',
    '[x](https://exa mple.org)',
    '[x] (https:/example.org)',
  ]) {
    assert(
      only('link', text).every(({ label }) => label === undefined),
      text,
    )
  }
})

test('WEB-120 there are no links inside of labels', () => {
  const [link] = only('link', '[https://bank.example](https://evil.example)')
  assert.deepEqual(link?.label, [{ kind: 'text', text: 'https://bank.example' }])
  assert.equal(link.href, 'https://evil.example/')
})

test('WEB-122 mentions are of one person in any case of letters, or of everybody', () => {
  assert.deepEqual(parseInline('@Ana @here @all'), [
    { kind: 'mention', handle: 'ana', text: '@Ana' },
    { kind: 'text', text: ' ' },
    { kind: 'everybody', text: '@here' },
    { kind: 'text', text: ' ' },
    { kind: 'everybody', text: '@all' },
  ])
})

test('WEB-123 rooms are named by a # at the edge of a word', () => {
  const names = only('room', '#general, #Winter-2026! (#küche) a#b ##x https://a.example/#c &#39; #').map(
    ({ name }) => name,
  )
  assert.deepEqual(names, ['general', 'Winter-2026', 'küche'])
})

test('WEB-124 emoji are named between colons, never in code or in the middle of a time', () => {
  const codes = (text: string): string[] => only('emoji', text).map(({ code }) => code)
  assert.deepEqual(codes('a :tada: :+1::Joy:'), ['tada', '+1', 'joy'])
  assert.deepEqual(codes('`:tada:` 10:30:45 a:b:c :: https://a.example/:x:'), [])
})
