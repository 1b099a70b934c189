/** `npm run sim -- --seeds 200`: runs seeds of the simulated world, and counts what went wrong in them. */
import { parseArgs } from 'node:util'
import { FAULTS } from './plan.ts'
import type { Narrowing } from './plan.ts'
import { count, emptyTally, failureText, tallyLine } from './report.ts'
import { runSeed } from './run-seed.ts'
import { shrink } from './shrink.ts'

const PROGRESS_EVERY = 50
/** Failures that are made smaller and shown; the rest is counted. */
const SHOWN_MAX = 5

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    without: { type: 'string' },
    steps: { type: 'string' },
    rounds: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

const narrowing: Narrowing = {
  ...(values.without === undefined
    ? {}
    : { without: FAULTS.filter((kind) => values.without?.split(',').includes(kind)) }),
  ...(values.steps === undefined ? {} : { steps: Number(values.steps) }),
  ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
}
const isNarrowed = Object.keys(narrowing).length > 0
const first = Number(values.seed ?? values.from)
const last = values.seed === undefined ? first + Number(values.seeds) - 1 : first
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) {
  process.stderr.write('Seeds are whole numbers: npm run sim -- --seeds 200, or --seed 17.\n')
  process.exit(2)
}

const tally = emptyTally()
for (let seed = first; seed <= last; seed++) {
  const outcome = await runSeed(seed, narrowing)
  count(tally, outcome)
  if (values.verbose) console.log(outcome.trace.join('\n'))
  if (outcome.complaints.length > 0 && tally.failed.length <= SHOWN_MAX) {
    const smaller = isNarrowed ? { outcome, narrowing } : await shrink(outcome)
    console.log(failureText(smaller.outcome, smaller.narrowing))
  }
  if (tally.seeds % PROGRESS_EVERY === 0 && seed < last) console.log(`seed ${seed}: ${tallyLine(tally)}`)
}
console.log(tallyLine(tally))
if (tally.failed.length > 0) process.exitCode = 1
