import type { Faults } from '../method/faults.ts'
import { formatFigure } from './format-figure.ts'
import type { Table } from './findings.ts'

const FAULTS: readonly (keyof Faults)[] = ['lost', 'doubled', 'reordered', 'refused']

/** Head and body of a table; the counts of faults come last. */
export function tableCells({ rows }: Table): { head: string[]; body: string[][] } {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))]
  const counted = FAULTS.filter((name) => rows.some(({ faults }) => faults !== undefined && shown(name, faults)))
  return {
    head: ['', ...columns, ...counted],
    body: rows.map(({ name, figures, faults }) => [
      name,
      ...columns.map((column) => formatFigure(figures[column])),
      ...counted.map((fault) => formatFigure(faults?.[fault])),
    ]),
  }
}

/** What was refused is shown where there was any. */
function shown(name: keyof Faults, faults: Faults): boolean {
  return name !== 'refused' || faults.refused > 0
}
