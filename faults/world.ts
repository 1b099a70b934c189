import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FinalLog, HistoryRecord } from '@natter/protocol/history'
import { writeHistory } from '../scripts/testing/write-history.ts'
import { seededRandom } from '../packages/server/test/process/random.ts'

/** What a fault is given: chance, a folder, a place to say things, and somebody who tidies up. */
export interface World {
  /** Numbers in [0, 1) that follow from the seed. */
  random: () => number
  /** The short form: fewer rounds. */
  isShort: boolean
  /** A folder of its own that is gone afterwards. */
  folder: string
  /** Something worth printing beside the counts. */
  note: (text: string) => void
  /** How far the fault has come; what has been said lately is not said again. */
  progress: (done: number, total: number) => void
  /** Leaves a history where histories are wanted, for `natter verify`. */
  keep: (records: readonly HistoryRecord[], logs: readonly FinalLog[]) => void
  /** Called at the end, the last one first, whatever happened. */
  after: (tidy: () => unknown) => void
}

export interface OpenWorld extends World {
  notes: string[]
  close: () => Promise<void>
}

export interface WorldOptions {
  seed: number
  isShort: boolean
  /** Where histories go, and what their names begin with. */
  histories?: { folder: string; prefix: string } | undefined
  /** Called with a few words about how far it has come. */
  tell?: (words: string) => void
}

/** How often a fault says how far it has come. */
const PROGRESS_EVERY_MS = 15_000

export function openWorld({ seed, isShort, histories, tell = () => undefined }: WorldOptions): OpenWorld {
  let toldAt = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'natter-faults-'))
  const tidies: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const notes: string[] = []
  let kept = 0
  // Interrupted: what can be tidied without waiting.
  const leave = (): void => tidies.toReversed().forEach((tidy) => void tidy())
  process.once('exit', leave)
  return {
    random: seededRandom(seed),
    isShort,
    folder,
    notes,
    note: (text) => void notes.push(text),
    progress: (done, total) => {
      if (performance.now() - toldAt < PROGRESS_EVERY_MS) return
      toldAt = performance.now()
      tell(`${done} of ${total}`)
    },
    keep: (records, logs) => {
      if (histories === undefined) return
      writeHistory({ folder: histories.folder, name: `${histories.prefix}-${++kept}` }, records, logs)
    },
    after: (tidy) => void tidies.push(tidy),
    close: async () => {
      process.off('exit', leave)
      for (const tidy of tidies.toReversed()) await tidy()
    },
  }
}
