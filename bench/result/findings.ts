import type { Faults } from '../method/faults.ts'
import { noFaults } from '../method/faults.ts'
import type { Bucket } from '../method/latencies.ts'
import type { Spread } from '../method/spread.ts'

/** A number, several rounds of one, or a word. */
export type Figure = number | string | Spread

/** One line of a table. */
export interface Row {
  name: string
  figures: Record<string, Figure>
  /** Of the run that the line is of; absent where nothing was delivered. */
  faults?: Faults
}

export interface Table {
  caption: string
  rows: Row[]
}

/** What one work unit has found. */
export interface Findings {
  tables: Table[]
  /** Latencies by what they are of. */
  histograms: Record<string, Bucket[]>
  /** What a reader has to know before believing a figure. */
  warnings: string[]
  /** Of all its runs together: anything but nought makes the result invalid. */
  faults: Faults
}

export function noFindings(): Findings {
  return { tables: [], histograms: {}, warnings: [], faults: noFaults() }
}
