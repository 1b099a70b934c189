import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Latencies } from '../method/latencies.ts'
import { noFaults } from '../method/faults.ts'
import type { Table } from '../result/findings.ts'
import { markdownTable } from '../result/markdown-table.ts'
import { Progress } from '../result/progress.ts'
import { textTable } from '../result/text-table.ts'
import { fairness } from '../units/crowd-tables.ts'

const TABLE: Table = {
  caption: 'Costs',
  rows: [
    { name: 'natter', figures: { µs: { median: 1.234, min: 1, max: 2 }, note: 'ok' }, faults: noFaults() },
    { name: 'ratio', figures: { µs: 12_345.6 } },
  ],
}

test('a table for terminals has the faults in its last columns', () => {
  assert.equal(
    textTable(TABLE),
    [
      'Costs',
      '                µs  note  lost  doubled  reordered',
      '------  ----------  ----  ----  -------  ---------',
      'natter  1.23 (1–2)    ok     0        0          0',
      'ratio       12,346',
    ].join('\n'),
  )
})

test('the same for README.md', () => {
  assert.equal(
    markdownTable(TABLE),
    [
      '**Costs**',
      '',
      '|  | µs | note | lost | doubled | reordered |',
      '| --- | --: | --: | --: | --: | --: |',
      '| natter | 1.23 (1–2) | ok | 0 | 0 | 0 |',
      '| ratio | 12,346 |  |  |  |  |',
    ].join('\n'),
  )
})

test('what was refused has a column once there is some of it', () => {
  const [first, ...others] = TABLE.rows
  assert.ok(first !== undefined)
  const refused = { ...TABLE, rows: [{ ...first, faults: { ...noFaults(), refused: 3 } }, ...others] }
  assert.match(textTable(refused), /refused\n.*\n.* 3\n/)
})

test('progress is one changing line on a terminal, and plain lines elsewhere', () => {
  const said: string[] = []
  const write = (text: string): Promise<void> => Promise.resolve(void said.push(text))
  const onTerminal = new Progress({ isTerminal: true, columns: 10, write })
  onTerminal.show('a long line of progress')
  onTerminal.clear()
  const elsewhere = new Progress({ isTerminal: false, columns: 10, write })
  elsewhere.show('a long line of progress')
  elsewhere.clear()
  assert.deepEqual(said, ['\r\u001b[2Ka long li', '\r\u001b[2K', 'a long line of progress\n'])
})

test('a room that waits for the others shows', () => {
  const room = (ms: number): Latencies => {
    const latencies = new Latencies()
    latencies.record(ms)
    return latencies
  }
  assert.equal(fairness([room(1), room(1), room(1), new Latencies()]), 1)
  assert.equal(fairness([room(1), room(1), room(4)]), 4)
})
