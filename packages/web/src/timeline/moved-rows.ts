import type { Row } from './timeline-rows.ts'

/**
 * One's own messages that were on their way and that the server has put elsewhere: above what they stood below.
 * Only they move; what is new above them moves everything, and nobody needs to be told.
 */
export function movedRows(before: readonly Row[], after: readonly Row[]): string[] {
  const waiting = before.flatMap((row, index) => (isOnItsWay(row) ? [{ key: row.key, above: before[index - 1] }] : []))
  if (waiting.length === 0) return []
  const places = new Map(after.map((row, index) => [row.key, index]))
  return waiting
    .filter(({ key, above }) => above !== undefined && (places.get(above.key) ?? -1) > (places.get(key) ?? Infinity))
    .map(({ key }) => key)
}

function isOnItsWay(row: Row): boolean {
  return row.kind === 'message' && row.item.kind === 'pending'
}
