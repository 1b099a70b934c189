import { writeFileSync } from 'node:fs'
import { BENCH_UNITS } from '../packages/cli/src/bench-units.ts'
import type { BenchUnitName } from '../packages/cli/src/bench-units.ts'
import type { Bench, Scale } from './bench.ts'
import { sumFaults } from './method/faults.ts'
import type { Faults } from './method/faults.ts'
import { benchResult, readResult } from './result/bench-result.ts'
import type { UnitResult } from './result/bench-result.ts'
import { compareResults } from './result/compare.ts'
import type { Findings, Table } from './result/findings.ts'
import { headlineTable } from './result/headline.ts'
import { describeMachine, machineText } from './result/machine.ts'
import { markdownTable } from './result/markdown-table.ts'
import { Progress } from './result/progress.ts'
import type { Screen } from './result/progress.ts'
import { textTable } from './result/text-table.ts'
import { UNITS } from './units/list.ts'

export interface BenchOptions {
  /** By name; none: all of them. */
  units: readonly BenchUnitName[]
  scale: Scale
  form: 'text' | 'markdown' | 'json'
  /** Where the result file is written. */
  out: string | undefined
  /** A result file of another time. */
  compare: string | undefined
}

/** Where it writes, when it is to end, and what time it is. */
export interface Surroundings {
  out: { write: (text: string) => Promise<void> }
  err: Screen
  stop: AbortSignal
  now: () => number
}

/**
 * Runs work units one after the other and prints what they have found. Resolves with the faults of all of them: with
 * any, none of the figures counts.
 */
export async function runBench(
  options: BenchOptions,
  { out, err, stop, now }: Surroundings,
  units: typeof UNITS = UNITS,
): Promise<Faults> {
  // Read first: a wrong file should not cost ten minutes.
  const before = options.compare === undefined ? undefined : readResult(options.compare)
  const { form, scale } = options
  const machine = describeMachine()
  const print = async (text: string): Promise<void> => {
    if (form !== 'json') await out.write(`${text}\n`)
  }
  const progress = new Progress(err)
  const bench: Bench = { scale, stop, progress: (text) => progress.show(text) }
  const result = benchResult({ at: now(), machine, flags: scale, units: [] })
  const shown = form === 'markdown' ? markdownTable : textTable
  await print(machineText(machine))
  for (const { id, name, says } of BENCH_UNITS) {
    if (options.units.length > 0 && !options.units.includes(name)) continue
    stop.throwIfAborted()
    const unit = await runUnit(bench, { id, name, measure: units[name] })
    progress.clear()
    result.units.push(unit)
    await print(`\n${form === 'markdown' ? '### ' : ''}${id} ${name}: ${says}\n`)
    await print(textOf(unit.tables, shown, unit.warnings))
  }
  if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(result)}\n`)
  if (form === 'json') await out.write(`${JSON.stringify(result)}\n`)
  if (before !== undefined) {
    const { tables, warnings } = compareResults(before, result)
    await print(`\n${textOf(tables, shown, warnings)}`)
  }
  const headlines = result.units.flatMap((unit) => unit.headlines)
  if (headlines.length > 0) await print(`\n${shown(headlineTable(headlines))}`)
  const faults = sumFaults(result.units.map((unit) => unit.faults))
  const { lost, doubled, reordered, refused } = faults
  await print(`\n${lost} lost, ${doubled} doubled, ${reordered} reordered, ${refused} refused`)
  return faults
}

async function runUnit(
  bench: Bench,
  { id, name, measure }: { id: string; name: BenchUnitName; measure: (bench: Bench) => Promise<Findings> },
): Promise<UnitResult> {
  const startedAt = performance.now()
  const findings = await measure(bench)
  return { id, name, seconds: Math.round((performance.now() - startedAt) / 100) / 10, ...findings }
}

function textOf(tables: readonly Table[], shown: (table: Table) => string, warnings: readonly string[]): string {
  return [...tables.map(shown), ...warnings.map((warning) => `Note: ${warning}.`)].join('\n\n')
}
