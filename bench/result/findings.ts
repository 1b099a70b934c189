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

/** A figure with a target. */
export interface Headline {
  what: string
  figure: Figure
  must: number
  aim: number
  sense: 'at most' | 'at least'
}

/** What one work unit has found. */
export interface Findings {
  tables: Table[]
  headlines: Headline[]
  /** Latencies by what they are of. */
  histograms: Record<string, Bucket[]>
  /** What a reader has to know before believing a figure. */
  warnings: string[]
  /** Of all its runs together: anything but nought makes the result invalid. */
  faults: Faults
}

export function noFindings(): Findings {
  return { tables: [], headlines: [], histograms: {}, warnings: [], faults: noFaults() }
}

/** The number in a figure; NaN of a word. */
export function middleOf(figure: Figure): number {
  if (typeof figure === 'string') return Number.NaN
  return typeof figure === 'number' ? figure : figure.median
}
