import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TooManySockets } from '../load/open-files.ts'
import { noFaults } from '../method/faults.ts'
import { noFindings } from '../result/findings.ts'
import { measureEach } from '../units/crowd-tables.ts'

const found = (caption: string, lost: number) =>
  Promise.resolve({ ...noFindings(), tables: [{ caption, rows: [] }], faults: { ...noFaults(), lost } })

test('sizes are measured one after the other, and their faults are added up', async () => {
  const { tables, faults, warnings } = await measureEach([1, 2], (size) => found(`size ${size}`, size))
  assert.deepEqual(
    tables.map(({ caption }) => caption),
    ['size 1', 'size 2'],
  )
  assert.deepEqual({ faults, warnings }, { faults: { ...noFaults(), lost: 3 }, warnings: [] })
})

test('a size that is too large for the machine is left out aloud, the others are measured', async () => {
  const { tables, warnings } = await measureEach([1, 9], (size) =>
    size === 9 ? Promise.reject(new TooManySockets('This takes 9 sockets.')) : found('one', 0),
  )
  assert.equal(tables.length, 1)
  assert.deepEqual(warnings, ['9 was left out. This takes 9 sockets'])
})

test('any other failure ends the unit', async () => {
  await assert.rejects(
    measureEach([1], () => Promise.reject(new Error('The server under test has ended.'))),
    /has ended/,
  )
})
