import { readFileSync } from 'node:fs'
import type { Scale } from '../bench.ts'
import type { Findings } from './findings.ts'
import type { Machine } from './machine.ts'

const FORMAT = 1

export interface UnitResult extends Findings {
  id: string
  name: string
  seconds: number
}

/** A result file: all that is needed to compute its figures again. */
export interface BenchResult {
  format: typeof FORMAT
  /** Milliseconds since the epoch. */
  at: number
  machine: Machine
  flags: Scale
  units: UnitResult[]
}

export function benchResult(rest: Omit<BenchResult, 'format'>): BenchResult {
  return { format: FORMAT, ...rest }
}

/** Reads a file that `--out` has written. Throws a sentence when it is none. */
export function readResult(path: string): BenchResult {
  const text = readFileSync(path, 'utf8')
  const found = parsed(text)
  if (!isResult(found)) throw new Error(`${path} is no result of natter bench that this version can read.`)
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isResult(value: unknown): value is BenchResult {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT && 'units' in value
}
