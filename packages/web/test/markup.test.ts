import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isJumbo } from '../src/text/jumbo.ts'
import { parseInline } from '../src/text/inline.ts'
import { parseMarkup } from '../src/text/parse-markup.ts'
import type { Inline } from '../src/text/tree.ts'

test('WEB-26 bold, emphasis, strike and code become a tree', () => {
  assert.deepEqual(parseInline('a *b* ~~c~~ `d`'), [
    { kind: 'text', text: 'a ' },
    { kind: 'emphasis', inside: [{ kind: 'text', text: 'b' }] },
    { kind: 'text', text: ' ' },
    { kind: 'strike', inside: [{ kind: 'text', text: 'c' }] },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'd' },
  ])
  assert.deepEqual(parseInline('**b *c* d**'), [
    {
      kind: 'strong',
      inside: [
        { kind: 'text', text: 'b ' },
        { kind: 'emphasis', inside: [{ kind: 'text', text: 'c' }] },
        { kind: 'text', text: ' d' },
      ],
    },
  ])
})

test('WEB-26 a mark inside a word, or without its close, stays as typed', () => {
  for (const text of [
    '2*3*4',
    'snake_case_name',
    '**open',
    'a * b * c',
    '`open',
    '~~',
    '***',
    '_ _',
    'x**',
    'a || b || c',
    '||open',
    '\\*a\\*',
    '¯\\_(ツ)_/¯',
  ]) {
    assert.deepEqual(parseInline(text), [{ kind: 'text', text }])
  }
})

test('WEB-26 bold with emphasis, spoilers, and words without spaces around them', () => {
  const one = (text: string): Inline => ({ kind: 'text', text })
  assert.deepEqual(parseInline('***a***'), [{ kind: 'strong', inside: [{ kind: 'emphasis', inside: [one('a')] }] }])
  assert.deepEqual(parseInline('||a *b*||'), [
    { kind: 'spoiler', inside: [one('a '), { kind: 'emphasis', inside: [one('b')] }] },
  ])
  assert.deepEqual(parseInline('你**好**你'), [one('你'), { kind: 'strong', inside: [one('好')] }, one('你')])
})

test('WEB-26 code hides its marks from those around it', () => {
  assert.deepEqual(parseInline('**a `b**c` d**'), [
    {
      kind: 'strong',
      inside: [
        { kind: 'text', text: 'a ' },
        { kind: 'code', text: 'b**c' },
        { kind: 'text', text: ' d' },
      ],
    },
  ])
  assert.deepEqual(parseInline('`` a`b ``'), [{ kind: 'code', text: 'a`b' }])
})

test('WEB-26 fences, quotes and paragraphs keep their lines', () => {
  assert.deepEqual(parseMarkup('one\ntwo\n> three\n> four\n```ts\nlet *a* = 1\n\n```\n\nfive'), [
    { kind: 'paragraph', inside: [{ kind: 'text', text: 'one\ntwo' }] },
    { kind: 'quote', inside: [{ kind: 'paragraph', inside: [{ kind: 'text', text: 'three\nfour' }] }] },
    { kind: 'code', language: 'ts', text: 'let *a* = 1\n' },
    { kind: 'paragraph', inside: [{ kind: 'text', text: 'five' }] },
  ])
  for (const text of ['```\nnot closed', '>:(', '>>> 1 + 1', '# large', '> \n> ', '-5', '1.5', 'a | b\nc | d']) {
    assert.deepEqual(parseMarkup(text), [{ kind: 'paragraph', inside: [{ kind: 'text', text: text.trimEnd() }] }])
  }
})

test('WEB-25 only http and https addresses become links, without the punctuation of the sentence', () => {
  const links = (text: string): Inline[] => parseInline(text).filter(({ kind }) => kind === 'link')
  assert.deepEqual(links('see (https://example.org/a_(b)), or http://example.org.'), [
    { kind: 'link', text: 'https://example.org/a_(b)', href: 'https://example.org/a_(b)' },
    { kind: 'link', text: 'http://example.org', href: 'http://example.org/' },
  ])
  assert.deepEqual(links('Https://Example.org/A'), [
    { kind: 'link', text: 'Https://Example.org/A', href: 'https://example.org/A' },
  ])
  for (const text of [
    'javascript:alert(1)',
    'JaVaScRiPt://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'xhttps://example.org',
    'https://',
    'http:example.org',
    'https:///',
  ]) {
    assert.deepEqual(links(text), [], text)
  }
})

test('WEB-25 an address ends at characters that would show another one than is opened', () => {
  for (const character of ['\u202e', '\u2066', '\u200b', '"', '<', '\u0000', '\t']) {
    assert.deepEqual(parseInline(`https://example.org/a${character}b`)[0], {
      kind: 'link',
      text: 'https://example.org/a',
      href: 'https://example.org/a',
    })
  }
})

test('WEB-26 a mention is a handle at the edge of a word', () => {
  const handles = (text: string): string[] =>
    parseInline(text).flatMap((inline) => (inline.kind === 'mention' ? [inline.handle] : []))
  assert.deepEqual(handles('@ana, @ben-2! (@c.d) @e_f! mail@example.org @@ben @x @ANA'), [
    'ana',
    'ben-2',
    'c.d',
    'e_f',
    'ana',
  ])
})

test('WEB-26 up to six emoji alone are drawn large', () => {
  for (const text of ['🎉', ' 👍🏽 ❤️ ', '👩‍👩‍👧‍👦🇪🇺✅👀😂🎉']) assert(isJumbo(text), text)
  for (const text of ['', 'a🎉', '🎉'.repeat(7), '1', '#️', '🎉'.repeat(5_000)])
    assert(!isJumbo(text), text.slice(0, 20))
})
