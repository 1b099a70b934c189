import type { Narrowing } from './plan.ts'
import { runSeed } from './run-seed.ts'
import type { Outcome, Plant } from './run-seed.ts'

/** Runs that are spent on making one failure smaller. */
const TRIES_MAX = 40

/** The same failure with fewer kinds of faults, fewer rounds and fewer steps, as far as it can be had. */
export async function shrink(failed: Outcome, plant?: Plant): Promise<{ outcome: Outcome; narrowing: Narrowing }> {
  let outcome = failed
  let narrowing: Narrowing = {}
  let tries = 0
  const attempt = async (next: Narrowing): Promise<boolean> => {
    if (tries++ >= TRIES_MAX) return false
    const tried = await runSeed(failed.seed, next, plant)
    if (tried.complaints.length === 0) return false
    outcome = tried
    narrowing = next
    return true
  }
  if (failed.plan.rounds > 1) await attempt({ rounds: 1 })
  for (const kind of failed.plan.faults) await attempt({ ...narrowing, without: [...(narrowing.without ?? []), kind] })
  for (let steps = failed.plan.steps >> 1; steps > 0; steps >>= 1) if (!(await attempt({ ...narrowing, steps }))) break
  return { outcome, narrowing }
}

/** The command that does it again. */
export function replayCommand(seed: number, { without = [], steps, rounds }: Narrowing): string {
  const parts = [
    `npm run sim -- --seed ${seed}`,
    ...(without.length > 0 ? [`--without ${without.join(',')}`] : []),
    ...(steps === undefined ? [] : [`--steps ${steps}`]),
    ...(rounds === undefined ? [] : [`--rounds ${rounds}`]),
  ]
  return parts.join(' ')
}
