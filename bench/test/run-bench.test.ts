import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fakeIo } from '../../packages/cli/test/fake-io.ts'
import { demandNone } from '../../packages/cli/src/commands/bench.ts'
import { run } from '../../packages/cli/src/run.ts'
import { noFaults } from '../method/faults.ts'
import { noFindings } from '../result/findings.ts'
import { runBench } from '../run-bench.ts'
import { UNITS } from '../units/list.ts'

/** Of this file alone: other tests run benches, too. */
const TEMPORARY = mkdtempSync(join(tmpdir(), 'natter-bench-test-'))
process.env['TMPDIR'] = TEMPORARY
after(() => rmSync(TEMPORARY, { recursive: true }))

const TINY = ['--rounds', '1', '--seconds', '1', '--warm-up', '0', '--unpinned', '--sizes', '300,600']

const SCALE = {
  isFull: false,
  rounds: 1,
  seconds: 1,
  warmUpSeconds: 0,
  sizes: undefined,
  isPinned: false,
  seed: 1,
}

test('CLI-50 CLI-51 bench prints tables, writes a result file, and holds another run against it', async () => {
  const file = join(TEMPORARY, 'result.json')
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

test('CLI-50 bench says what is wrong before it begins', async () => {
  const unknown = fakeIo()
  assert.equal(await run(unknown, ['bench', 'B99']), 2)
  assert.match(unknown.said.err, /There is no work unit "B99"\. Known: B01 fan-out, /)
  const sizes = fakeIo()
  assert.equal(await run(sizes, ['bench', '--sizes', '10']), 2)
  assert.match(sizes.said.err, /--sizes goes with one work unit/)
  const compared = fakeIo()
  const path = join(TEMPORARY, 'no-result.json')
  writeFileSync(path, '{}')
  assert.equal(await run(compared, ['bench', 'B09', '--compare', path]), 1)
  assert.match(compared.said.err, /is no result of natter bench/)
})

test('CLI-50 whatever was lost is told and makes the run invalid', async () => {
  const io = fakeIo()
  const lossy = () => Promise.resolve({ ...noFindings(), faults: { ...noFaults(), lost: 2, doubled: 1 } })
  const options = { units: ['idle'], scale: SCALE, form: 'text', out: undefined, compare: undefined } as const
  const faults = await runBench(options, io, { ...UNITS, idle: lossy })
  assert.match(io.said.out, /^2 lost, 1 doubled, 0 reordered, 0 refused$/m)
  assert.throws(() => demandNone(faults), { exitCode: 1, message: /none of its figures counts: 2 lost, 1 doubled\.$/ })
  demandNone(noFaults())
})

test('CLI-52 bench ends when it is interrupted, and leaves no server and no data behind', async () => {
  const io = fakeIo()
  const ended = run(io, ['bench', 'B09', ...TINY, '--rounds', '1000'])
  await io.until(({ err }) => err.includes('round 2 of 1000'))
  assert.equal(leftovers().length, 1, 'there must have been data for this to mean anything')
  const changes = watch(TEMPORARY)[Symbol.asyncIterator]()
  const changed = changes.next()
  io.interrupt()
  assert.equal(await ended, 1)
  assert.match(io.said.err, /Interrupted/)
  // The folder goes after the server.
  await changed
  while (leftovers().length > 0) await changes.next()
  await changes.return?.()
})

/** Data folders of benches. */
function leftovers(): string[] {
  return readdirSync(TEMPORARY).filter((name) => /^natter-bench-\w{6}$/.test(name))
}
