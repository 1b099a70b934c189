import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkup } from '../src/text/parse-markup.ts'
import type { Block, Inline, ListItem } from '../src/text/tree.ts'

const line = (text: string): Inline[] => [{ kind: 'text', text }]
const paragraph = (text: string): Block => ({ kind: 'paragraph', inside: line(text) })
const item = (text: string, ...more: Block[]): ListItem => ({ number: 0, inside: [paragraph(text), ...more] })
const list = (...items: ListItem[]): Block => ({ kind: 'list', ordered: false, items })

test('WEB-116 quotes hold what messages hold, also quotes', () => {
  assert.deepEqual(parseMarkup('> a\n> > b\n> - c\n> ```js\n> d\n> ```\ne'), [
    {
      kind: 'quote',
      inside: [
        paragraph('a'),
        { kind: 'quote', inside: [paragraph('b')] },
        list(item('c')),
        { kind: 'code', language: 'js', text: 'd' },
      ],
    },
    paragraph('e'),
  ])
})

test('WEB-117 lists nest by their indentation, go on over a blank line, and end at a line of their own', () => {
  assert.deepEqual(parseMarkup('- a\n- b\n  - c\n    d\n\n- [ ] e\nf'), [
    list(item('a'), item('b', list(item('c\nd'))), item('[ ] e')),
    paragraph('f'),
  ])
  assert.deepEqual(parseMarkup('- a\n\n\n- b'), [list(item('a')), list(item('b'))])
})

test('WEB-117 numbered lists keep their numbers', () => {
  assert.deepEqual(parseMarkup('3. c\n4. d\n- x'), [
    {
      kind: 'list',
      ordered: true,
      items: [
        { number: 3, inside: [paragraph('c')] },
        { number: 4, inside: [paragraph('d')] },
      ],
    },
    list(item('x')),
  ])
})

test('WEB-118 tables have a head, sides for their columns, and bars in cells where they are escaped', () => {
  assert.deepEqual(parseMarkup('| a | b | c |\n|:--|:-:|--:|\n| 1 | x \\| y |\n2|3|4\nend'), [
    {
      kind: 'table',
      sides: ['start', 'center', 'end'],
      head: [line('a'), line('b'), line('c')],
      rows: [
        [line('1'), line('x | y'), []],
        [line('2'), line('3'), line('4')],
      ],
    },
    paragraph('end'),
  ])
})

test('WEB-118 a rule of another width makes no table', () => {
  for (const text of ['a | b\n-|-|-', '|a|\n| |', 'a\n-']) assert.deepEqual(parseMarkup(text), [paragraph(text)])
})

test('WEB-119 beyond depth, columns, rows and parts a text stays as typed, and all of it is there', () => {
  const deep = parseMarkup(`${'> '.repeat(8)}a`)
  assert.equal(JSON.stringify(deep).match(/quote/g)?.length, 5)
  assert(JSON.stringify(deep).includes('> > > a'))
  const wide = `${'|a'.repeat(21)}|\n${'|-'.repeat(21)}|`
  assert.deepEqual(parseMarkup(wide), [paragraph(wide)])
  const [table, rest] = parseMarkup(`|a|\n|-|\n${'|b|\n'.repeat(150)}`)
  assert(table?.kind === 'table')
  assert.equal(table.rows.length, 100)
  assert.equal(rest?.kind, 'paragraph')
  const [long, more, ...others] = parseMarkup('- a\n'.repeat(1_000))
  assert(long?.kind === 'list' && long.items.length < 500)
  assert.deepEqual(others, [])
  assert.deepEqual(more, paragraph('- a\n'.repeat(1_000 - long.items.length).trimEnd()))
})
