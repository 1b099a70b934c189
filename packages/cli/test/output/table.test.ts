import assert from 'node:assert/strict'
import { test } from 'node:test'
import { table } from '../../src/output/table.ts'
import { cutToWidth, textWidth } from '../../src/output/width.ts'

test('CLI-4 wide characters and emoji take two columns, combining marks none', () => {
  const widths = {
    '': 0,
    cafe: 4,
    'cafe\u0301': 4,
    日本語: 6,
    한글: 4,
    ｗｉｄｅ: 8,
    '👍': 2,
    '👩‍👩‍👧‍👦': 2,
    '🇨🇿': 2,
    '❤️': 2,
    Привет: 6,
    นี้: 1,
  }
  for (const [text, width] of Object.entries(widths)) assert.equal(textWidth(text), width, text)
})

test('CLI-4 columns align, whatever is in the cells, and numbers stand to the right', () => {
  const text = table(
    [{ title: 'ROOM' }, { title: 'UNREAD', align: 'right' }, { title: 'TOPIC' }],
    [
      ['#general', '3', 'all'],
      ['#日本語', '12', 'nihongo'],
      ['#👩‍👩‍👧‍👦', '', ''],
      ['#\x1b[31mred\r', '1', 'a\nb'],
    ],
  )
  assert.equal(
    text,
    [
      'ROOM            UNREAD  TOPIC',
      '#general             3  all',
      '#日本語             12  nihongo',
      '#👩‍👩‍👧‍👦',
      '#\\x1b[31mred\\r       1  a\\nb',
      '',
    ].join('\n'),
  )
})

test('CLI-4 on a terminal the flexible column gives way; without one nothing is cut', () => {
  const columns = [{ title: 'ID' }, { title: 'TOPIC', flexible: true }]
  const rows = [['rm_1', '日本語の話をする部屋です']]
  assert.equal(table(columns, rows, 16), 'ID    TOPIC\nrm_1  日本語の…\n')
  assert.equal(table(columns, rows), 'ID    TOPIC\nrm_1  日本語の話をする部屋です\n')
})

test('CLI-4 a cut never splits a character', () => {
  assert.equal(cutToWidth('ab👩‍👩‍👧‍👦cd', 4), 'ab…')
  assert.equal(cutToWidth('ab👩‍👩‍👧‍👦cd', 5), 'ab👩‍👩‍👧‍👦…')
  assert.equal(cutToWidth('abc', 3), 'abc')
})
