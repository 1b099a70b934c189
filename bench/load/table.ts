/** Rows as an aligned text table; numbers to the right. */
export function table(rows: Record<string, string | number>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) => columns.map((column) => shown(row[column])))
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((line) => line[index]?.length ?? 0)),
  )
  const line = (values: string[], isHead: boolean): string =>
    values
      .map((value, index) =>
        isHead || Number.isNaN(Number(value)) ? value.padEnd(widths[index] ?? 0) : value.padStart(widths[index] ?? 0),
      )
      .join('  ')
  return [
    line(columns, true),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.map((values) => line(values, false)),
  ].join('\n')
}

function shown(value: string | number | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
