import { runSeed } from '../run-seed.ts'
import type { Outcome } from '../run-seed.ts'
import type { Mutant } from './mutant.ts'

/** The first run that shows the planted bug, among seeds up to `lastSeed`. */
export async function findMutant({ from, plant }: Mutant, lastSeed: number): Promise<Outcome | undefined> {
  for (let seed = from; seed <= lastSeed; seed++) {
    const outcome = await runSeed(seed, {}, plant)
    if (outcome.complaints.length > 0) return outcome
  }
  return undefined
}
