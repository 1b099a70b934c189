// `npm run fuzz [-- --minutes 10] [--seed 7] [--from 0] [--cases 100] [--limits on] [--client]`: says what nobody should.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runClientFuzz } from './client/run-client-fuzz.ts'
import { mebibytes } from './judge-health.ts'
import { againCommand, reportLines } from './report.ts'
import { runFuzz } from './run-fuzz.ts'

const MS_PER_MINUTE = 60_000
const TOLD_EVERY_LOOKS = 15
/** Of the time; the rest is the server's. */
const CLIENTS_SHARE = 0.2

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    cases: { type: 'string' },
    limits: { type: 'string', default: 'off' },
    client: { type: 'boolean', default: false },
  },
})
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
const from = Number(values.from)
const minutes = Number(values.minutes ?? 1)
const cases = values.cases === undefined ? undefined : Number(values.cases)
if (
  ![seed, from, cases ?? 1].every((each) => Number.isSafeInteger(each)) ||
  !(minutes > 0) ||
  !['on', 'off'].includes(values.limits)
) {
  process.stderr.write(
    '--seed, --from and --cases take whole numbers, --minutes a number over 0, --limits on or off.\n',
  )
  process.exit(2)
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const span = (share: number): { cases: number } | { forMs: number } =>
  cases === undefined ? { forMs: minutes * share * MS_PER_MINUTE } : { cases }

print(`seed ${seed}`)
// With a number of cases it is one half that is asked for.
if (values.client || cases === undefined) await fuzzClients(values.client ? 1 : CLIENTS_SHARE)
if (!values.client && process.exitCode === undefined) await fuzzServer(1 - CLIENTS_SHARE)

async function fuzzClients(share: number): Promise<void> {
  const report = await runClientFuzz({ seed, from, ...span(share) })
  for (const sentence of report.troubles) print(`wrong: ${sentence}`)
  print(`${report.cases} clients before servers that lie, ${report.troubles.length} things went wrong`)
  if (report.suspect === undefined) return
  print(`again: npm run fuzz -- --client --seed ${seed} --from ${report.suspect} --cases 1`)
  process.exitCode = 1
}

async function fuzzServer(share: number): Promise<void> {
  let looks = 0
  const report = await runFuzz({
    seed,
    from,
    limits: values.limits === 'on' ? 'on' : 'off',
    ...span(share),
    progress: (done, { liveBytes, rssBytes }) => {
      if (looks++ % TOLD_EVERY_LOOKS === 0)
        print(`${done} cases, ${mebibytes(liveBytes)} held, ${mebibytes(rssBytes)} resident`)
    },
  })
  for (const line of reportLines(report)) print(line)
  if (report.troubles.length === 0) return
  print(`again: ${againCommand(seed, report.suspects, values.limits === 'on' ? 'on' : 'off')}`)
  process.exitCode = 1
}
