import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fakeIo } from '../../packages/cli/test/fake-io.ts'
import { run } from '../../packages/cli/src/run.ts'

const TINY = ['--rounds', '1', '--seconds', '1', '--warm-up', '0', '--unpinned', '--sizes', '300,600']

test('natter bench prints tables, writes a result file, and compares with it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'natter-bench-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'result.json')
  const first = fakeIo()
  assert.equal(await run(first, ['bench', 'B09', ...TINY, '--out', file]), 0, first.said.err)
  assert.match(first.said.out, /^B09 history-page: /m)
  assert.match(first.said.out, /^newest of 300 +\d/m)
  assert.match(first.said.out, /^0 lost, 0 doubled, 0 reordered, 0 refused$/m)
  const result = JSON.parse(readFileSync(file, 'utf8')) as { units: { histograms: object }[]; machine: object }
  assert.equal(Object.keys(result.units[0]?.histograms ?? {}).length, 6)
  for (const key of ['cpu', 'cores', 'memoryGib', 'kernel', 'node']) assert.ok(key in result.machine, key)
  const second = fakeIo()
  assert.equal(await run(second, ['bench', 'history-page', ...TINY, '--compare', file, '--markdown']), 0)
  assert.match(second.said.out, /^\| newest of 300 \| /m)
  assert.match(second.said.out, /now against before/)
})

test('natter bench says what is wrong before it begins', async (t) => {
  const unknown = fakeIo()
  assert.equal(await run(unknown, ['bench', 'B99']), 2)
  assert.match(unknown.said.err, /There is no work unit "B99"\. Known: B01 fan-out, /)
  const sizes = fakeIo()
  assert.equal(await run(sizes, ['bench', '--sizes', '10']), 2)
  assert.match(sizes.said.err, /--sizes goes with one work unit/)
  const compared = fakeIo()
  const folder = mkdtempSync(join(tmpdir(), 'natter-bench-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'no-result.json')
  writeFileSync(path, '{}')
  assert.equal(await run(compared, ['bench', 'B09', '--compare', path]), 1)
  assert.match(compared.said.err, /is no result of natter bench/)
})

test('natter bench ends when it is interrupted, and leaves no server behind', async () => {
  const io = fakeIo()
  const ended = run(io, ['bench', 'B09', ...TINY.slice(0, -2), '--sizes', '300,600', '--rounds', '1000'])
  await io.until(({ err }) => err.includes('round 2 of 1000'))
  io.interrupt()
  assert.equal(await ended, 1)
  assert.match(io.said.err, /Interrupted/)
})
