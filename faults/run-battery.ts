import { noCounts, violate } from './counts.ts'
import type { Counts } from './counts.ts'
import type { Fault } from './fault.ts'
import { missing } from './tools/needs.ts'
import { openWorld } from './world.ts'

export interface RunOptions {
  seed: number
  isShort: boolean
  /** A folder that every judged history is left in. */
  histories?: string | undefined
  /** Called with one line at a time. */
  print: (line: string) => void
}

/** What became of one fault. */
export type Outcome = { id: string; counts: Counts } | { id: string; skipped: string }

/** Runs the faults one after the other; those that mostly wait run beside each other, at the end. */
export async function runBattery(faults: readonly Fault[], options: RunOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const fault of faults.filter(({ isWaiting }) => isWaiting !== true)) outcomes.push(await runOne(fault, options))
  const waiting = faults.filter(({ isWaiting }) => isWaiting === true)
  outcomes.push(...(await Promise.all(waiting.map((fault) => runOne(fault, options)))))
  return outcomes
}

async function runOne(fault: Fault, { seed, isShort, histories, print }: RunOptions): Promise<Outcome> {
  const { id, title, needs = [] } = fault
  const lacking = needs.map(missing).find((reason) => reason !== undefined)
  if (lacking !== undefined) {
    print(`${id} SKIPPED ${title}: ${lacking}`)
    return { id, skipped: lacking }
  }
  const startedAt = performance.now()
  const world = openWorld({
    seed,
    isShort,
    histories: histories === undefined ? undefined : { folder: histories, prefix: `${id}-seed-${seed}` },
    tell: (words) => print(`${id} ... ${words}`),
  })
  const counts = await fault.run(world).catch((error: unknown): Counts => {
    const broken = noCounts()
    violate(broken, `the run itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return broken
  })
  await world.close()
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  const { violations, acked } = counts
  const verdict = violations.length === 0 ? 'ok' : 'FAILED'
  print(`${id} ${verdict} ${title}: ${[`${acked} acked`, ...world.notes, `${seconds} s`].join(', ')}`)
  for (const sentence of violations.slice(0, 10)) print(`    ${sentence}`)
  if (violations.length > 0) print(`    again: npm run faults -- ${id} --seed ${seed}${isShort ? ' --short' : ''}`)
  return { id, counts }
}
