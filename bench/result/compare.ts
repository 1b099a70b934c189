import type { Spread } from '../method/spread.ts'
import type { BenchResult, UnitResult } from './bench-result.ts'
import { middleOf } from './findings.ts'
import type { Figure, Row, Table } from './findings.ts'
import { machineText } from './machine.ts'

/** Smaller differences are noise on any machine that is not alone with itself. */
const CLAIMED_SHARE_MIN = 0.05
/** What says how well was measured, not what. */
const NOT_COMPARED = new Set(['samples', 'late %', 'client %', 'retries', 'at most', 'max ms', 'first ms'])

/** Now against then: a table a unit, and why the two may not be comparable. */
export function compareResults(then: BenchResult, now: BenchResult): { tables: Table[]; warnings: string[] } {
  const tables = now.units.flatMap((unit) => {
    const before = then.units.find(({ id }) => id === unit.id)
    return before === undefined ? [] : [compareUnits(before, unit)]
  })
  const warnings: string[] = []
  const [old, here] = [machineText({ ...then.machine, git: '' }), machineText({ ...now.machine, git: '' })]
  if (old !== here) warnings.push(`The older result is of another machine: ${old}`)
  if (JSON.stringify(then.flags) !== JSON.stringify(now.flags))
    warnings.push(`The older result was measured with other flags: ${JSON.stringify(then.flags)}`)
  return { tables, warnings }
}

function compareUnits(then: UnitResult, now: UnitResult): Table {
  const rows = now.tables.flatMap(({ caption, rows: inTable }) => {
    const before = then.tables.find((table) => table.caption === caption)
    return inTable.flatMap((row) =>
      compareRows(
        before?.rows.find(({ name }) => name === row.name),
        row,
        caption,
      ),
    )
  })
  return { caption: `${now.id} ${now.name}: now against before`, rows }
}

function compareRows(then: Row | undefined, now: Row, caption: string): Row[] {
  if (then === undefined) return []
  return Object.entries(now.figures).flatMap(([figure, value]) => {
    const before = then.figures[figure]
    if (before === undefined || NOT_COMPARED.has(figure)) return []
    const ratio = middleOf(value) / middleOf(before)
    if (!Number.isFinite(ratio)) return []
    const name = `${caption.split(':')[0]}, ${now.name}, ${figure}`
    return [{ name, figures: { before, now: value, ratio, difference: difference(before, value) } }]
  })
}

/** What may be said about two figures. */
export function difference(then: Figure, now: Figure): 'none claimed' | 'within the ranges' | 'more' | 'less' {
  const ratio = middleOf(now) / middleOf(then)
  if (Math.abs(ratio - 1) < CLAIMED_SHARE_MIN) return 'none claimed'
  if (isSpread(then) && isSpread(now) && then.min <= now.max && now.min <= then.max) return 'within the ranges'
  return ratio > 1 ? 'more' : 'less'
}

function isSpread(figure: Figure): figure is Spread {
  return typeof figure === 'object'
}
