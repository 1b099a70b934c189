import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as holds, constantFrom, oneof, property, string } from 'fast-check'
import { isJumbo } from '../src/text/jumbo.ts'
import { parseMarkup } from '../src/text/parse-markup.ts'
import type { Block, Inline } from '../src/text/tree.ts'

const READ_MS_MAX = 50
const LENGTH_MAX = 8_000

// What other readers of Markdown are slow at, and what these files look twice at.
const HOSTILE =
  `[|[[|*|**|_a | *a|**a |*a **|~~|\`|\`a \`\`|\`\`\`\n|\`\`\`js\n|http://|https://a(|[a](|[a](https://x|@|@a|#a|:a|:a:|> |>
|- |  - a\n|- a\n\n|1. a\n|- - |> - |* _|((((|<|<a |h|\n|*a_|_a*b |*a ~~b _c |👩‍👩‍👧‍👦|\\|﷽|&|a b |*a*|![`.split('|')
const WITH_BARS = [
  '|',
  '|a',
  '||',
  '||a ',
  '|-\n',
  '|a|\n|-|\n',
  'a|b\n-|-\n',
  `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n`,
]

const PIECES = [
  '*',
  '**',
  '_',
  '~~',
  '||',
  '|',
  '`',
  '``',
  '```',
  '\n',
  '\n\n',
  ' ',
  '> ',
  '- ',
  '1. ',
  '  ',
  '[',
  '](',
  ')',
  'https://',
  ':',
  '@',
  '#',
  '\\',
  '-',
  '|-|\n',
  'ab',
  'c',
  'ü',
  '你',
  '🎉',
]
const anyText = oneof(
  string({ unit: 'grapheme' }),
  array(constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join('')),
)

function full(pattern: string, length = LENGTH_MAX): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length)
}

function looksAt(text: string): number {
  const effort = { looks: 0, parts: 0 }
  parseMarkup(text, effort)
  return effort.looks
}

test('WEB-27 hostile text of full length is read in time', () => {
  for (const pattern of [...HOSTILE, ...WITH_BARS]) {
    const text = full(pattern)
    // The best of three: what others do on this machine is no fault of the parser.
    const tookMs = Math.min(...[1, 2, 3].map(() => timeOf(text)))
    assert(tookMs < READ_MS_MAX, `${JSON.stringify(pattern.slice(0, 20))} took ${tookMs} ms`)
  }
})

test('WEB-27 twice the text takes twice the looks at it, not more', () => {
  for (const pattern of [...HOSTILE, ...WITH_BARS]) {
    const half = looksAt(full(pattern, LENGTH_MAX / 2))
    const whole = looksAt(full(pattern))
    // Where the bound of parts is reached in between, lines become text.
    assert(
      whole <= 2.2 * half + LENGTH_MAX / 2,
      `${JSON.stringify(pattern.slice(0, 20))}: ${half} looks, then ${whole}`,
    )
    assert(whole <= 16 * LENGTH_MAX, JSON.stringify(pattern.slice(0, 20)))
  }
})

test('WEB-27 texts of marks at random are read with few looks', () => {
  const long = array(constantFrom(...PIECES), { minLength: 500, maxLength: 2_000 }).map((all) => all.join(''))
  holds(
    property(long, (text) => looksAt(text) <= 30 * text.length),
    { numRuns: 50 },
  )
})

test('WEB-26 whatever is typed, all its words are shown, once and in order', () => {
  holds(
    property(anyText, (text) => {
      const shown = wordsOf(parseMarkup(text).map(textOf).join(' '))
      assert.deepEqual(shown, wordsOf(text))
    }),
    { numRuns: 500 },
  )
})

test('WEB-26 what is shown of a text without links is in the text, letter by letter', () => {
  holds(
    property(
      anyText.filter((text) => !text.includes('](')),
      (text) => {
        let at = 0
        for (const character of parseMarkup(text).map(textOf).join('').replaceAll(/\s/g, '')) {
          const found = text.indexOf(character, at)
          assert(found !== -1, `${JSON.stringify(character)} is not in ${JSON.stringify(text)} from ${at} on`)
          at = found + character.length
        }
      },
    ),
    { numRuns: 500 },
  )
})

/** Letters, which no mark is made of. */
function wordsOf(text: string): string {
  return (text.normalize('NFC').match(/\p{L}/gu) ?? []).join('')
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return lineOf(block.inside)
    case 'code':
      return `${block.language} ${block.text}`
    case 'quote':
      return block.inside.map(textOf).join(' ')
    case 'list':
      return block.items
        .map(({ inside, number }) => `${block.ordered ? number : ''}${inside.map(textOf).join(' ')}`)
        .join(' ')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(lineOf).join(' ')).join(' ')
  }
}

function lineOf(inside: readonly Inline[]): string {
  return inside
    .map((inline) => {
      if (inline.kind === 'room') return `#${inline.name}`
      if (inline.kind === 'link') return `${inline.label ? lineOf(inline.label) : ''}${inline.text}`
      return 'text' in inline ? inline.text : lineOf(inline.inside)
    })
    .join('')
}

function timeOf(text: string): number {
  const startedAt = performance.now()
  parseMarkup(text)
  isJumbo(text)
  return performance.now() - startedAt
}
