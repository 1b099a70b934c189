// `npm run fuzz [-- --minutes 10] [--seed 7] [--from 0] [--cases 100] [--limits on]`: says to a real server what nobody should.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { mebibytes } from './judge-health.ts'
import { againCommand, reportLines } from './report.ts'
import { runFuzz } from './run-fuzz.ts'

const MS_PER_MINUTE = 60_000
const TOLD_EVERY_LOOKS = 15

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    cases: { type: 'string' },
    limits: { type: 'string', default: 'off' },
  },
})
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed)
const from = Number(values.from)
const minutes = Number(values.minutes ?? 1)
const cases = values.cases === undefined ? undefined : Number(values.cases)
const { limits } = values
if (
  ![seed, from, cases ?? 1].every((each) => Number.isSafeInteger(each)) ||
  !(minutes > 0) ||
  (limits !== 'on' && limits !== 'off')
) {
  process.stderr.write(
    '--seed, --from and --cases take whole numbers, --minutes a number over 0, --limits on or off.\n',
  )
  process.exit(2)
}

process.stdout.write(`seed ${seed}\n`)
let looks = 0
const report = await runFuzz({
  seed,
  from,
  limits,
  ...(cases === undefined ? { forMs: minutes * MS_PER_MINUTE } : { cases }),
  progress: (done, { liveBytes, rssBytes }) => {
    if (looks++ % TOLD_EVERY_LOOKS === 0)
      process.stdout.write(`${done} cases, ${mebibytes(liveBytes)} held, ${mebibytes(rssBytes)} resident\n`)
  },
})
for (const line of reportLines(report)) process.stdout.write(`${line}\n`)
if (report.troubles.length > 0) {
  process.stdout.write(`again: ${againCommand(seed, report.suspects, limits)}\n`)
  process.exitCode = 1
}
