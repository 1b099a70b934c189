import type { Figure } from './findings.ts'

/** Three significant digits; of several rounds the median, and the range in brackets. */
export function formatFigure(figure: Figure | undefined): string {
  if (figure === undefined) return ''
  if (typeof figure === 'string') return figure
  if (typeof figure === 'number') return formatNumber(figure)
  const { median, min, max } = figure
  return min === max ? formatNumber(median) : `${formatNumber(median)} (${formatNumber(min)}–${formatNumber(max)})`
}

export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return '–'
  if (Number.isInteger(value) || Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en')
  // Adding nought takes the sign from what is nought when it is rounded.
  const digits = Math.abs(value) < 10 ? 2 : 1
  return (Number(value.toFixed(digits)) + 0).toFixed(digits)
}
