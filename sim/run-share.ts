/** One process' share of many seeds: every `stride`th from `first` to `last`; what came of each goes to the parent. */
import { writeHistory } from '../scripts/testing/write-history.ts'
import type { Narrowing } from './plan.ts'
import { countedOf, failureText } from './report.ts'
import type { Counted } from './report.ts'
import { runSeed } from './run-seed.ts'
import { shrink } from './shrink.ts'

export interface Share {
  first: number
  last: number
  stride: number
  narrowing: Narrowing
  isVerbose: boolean
  /** A folder that every history is left in, by its seed. */
  histories?: string
}

/** What is said of one seed: what it counts, and what is to be printed of it. */
export interface Told {
  counted: Counted
  text: string
}

/** Failures that are made smaller and shown in full, of each share; of the rest a line. */
const SHOWN_MAX = 5

export async function runShare(share: Share, tell: (told: Told) => void): Promise<void> {
  const { first, last, stride, narrowing, isVerbose, histories } = share
  const isNarrowed = Object.keys(narrowing).length > 0
  let failures = 0
  for (let seed = first; seed <= last; seed += stride) {
    const outcome = await runSeed(seed, narrowing)
    if (histories !== undefined)
      writeHistory({ folder: histories, name: `seed-${seed}` }, outcome.records, outcome.logs)
    const lines = isVerbose ? [...outcome.trace] : []
    if (outcome.complaints.length > 0 && ++failures > SHOWN_MAX) {
      lines.push(`Seed ${seed} failed: ${outcome.complaints[0]?.slice(0, 200)}`)
    } else if (outcome.complaints.length > 0) {
      const smaller = isNarrowed ? { outcome, narrowing } : await shrink(outcome)
      lines.push(failureText(smaller.outcome, smaller.narrowing))
    }
    tell({ counted: countedOf(outcome), text: lines.join('\n') })
  }
}

process.once('message', (share: Share) => {
  void runShare(share, (told) => process.send?.(told)).then(() => process.disconnect?.())
})
