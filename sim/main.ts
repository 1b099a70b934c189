/** `npm run sim -- --seeds 200`: runs seeds of the simulated world, and counts what went wrong in them. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FAULTS } from './plan.ts'
import type { Narrowing } from './plan.ts'
import { count, emptyTally, tallyLine } from './report.ts'
import type { Share, Told } from './run-share.ts'

const PROGRESS_EVERY = 50
/** Seeds that one process runs. */
const SHARE_SEEDS = 250

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    without: { type: 'string' },
    steps: { type: 'string' },
    rounds: { type: 'string' },
    jobs: { type: 'string' },
    histories: { type: 'string' },
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
const first = Number(values.seed ?? values.from)
const last = values.seed === undefined ? first + Number(values.seeds) - 1 : first
const jobsMax = Number(values.jobs ?? availableParallelism())
if (![first, last, jobsMax].every(Number.isSafeInteger) || jobsMax < 1 || last < first) {
  process.stderr.write('Seeds and jobs are whole numbers: npm run sim -- --seeds 200 --jobs 2, or --seed 17.\n')
  process.exit(2)
}

const seeds = last - first + 1
const jobs = Math.min(jobsMax, seeds)
const tally = emptyTally()

function hear({ counted, text }: Told): void {
  count(tally, counted)
  if (text !== '') console.log(text)
  if (tally.seeds % PROGRESS_EVERY === 0 && tally.seeds < seeds) console.log(tallyLine(tally))
}

/** Each share has a process of its own: a seed catches what nobody else in its process does. */
async function runElsewhere(share: Share): Promise<void> {
  const child = fork(join(import.meta.dirname, 'run-share.ts'))
  child.on('message', (told) => hear(told as Told))
  child.send(share)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`A process of the simulation ended with ${code ?? 'a signal'}.`)
}

/** One share after the other: what seeds leave behind in a process, such as requests that a killed node never answered, ends with it. */
async function runLane(index: number): Promise<void> {
  for (let from = first + index; from <= last; from += jobs * SHARE_SEEDS) {
    await runElsewhere({
      first: from,
      last: Math.min(last, from + jobs * (SHARE_SEEDS - 1)),
      stride: jobs,
      narrowing,
      isVerbose: values.verbose,
      ...(values.histories === undefined ? {} : { histories: values.histories }),
    })
  }
}

await Promise.all(Array.from({ length: jobs }, (_, index) => runLane(index)))
console.log(tallyLine(tally))
if (tally.failed.length > 0 || tally.seeds !== seeds) process.exitCode = 1
