import type { Row } from './timeline-rows.ts'

/** How high rows are: as they were measured when they were last drawn, or like others of their kind. */
export interface RowExtents {
  of(row: Row): number
  measured(row: Row, px: number): void
  /** Forgets what is not among these any more. */
  keepOnly(rows: readonly Row[]): void
}

/** More is remembered only between two times of cleaning up. */
const REMEMBERED_MAX = 3_000
/** Until the first of a kind was measured. */
const GUESS_PX = { day: 40, unread: 32, events: 32, message: 28, firstMessage: 62 }

type Kind = keyof typeof GUESS_PX

export function createRowExtents(): RowExtents {
  const known = new Map<string, number>()
  const samples = new Map<Kind, { count: number; sumPx: number; guessPx: number }>()

  /** Guesses move only when twice as much is known: what is not drawn should not change its height all the time. */
  const learn = (kind: Kind, px: number): void => {
    const { count, sumPx, guessPx } = samples.get(kind) ?? { count: 0, sumPx: 0, guessPx: GUESS_PX[kind] }
    const next = { count: count + 1, sumPx: sumPx + px, guessPx }
    const isPowerOfTwo = (next.count & (next.count - 1)) === 0
    samples.set(kind, isPowerOfTwo ? { ...next, guessPx: next.sumPx / next.count } : next)
  }
  return {
    of: (row) => known.get(row.key) ?? samples.get(kindOf(row))?.guessPx ?? GUESS_PX[kindOf(row)],
    measured: (row, px) => {
      if (!known.has(row.key)) learn(kindOf(row), px)
      known.set(row.key, px)
    },
    keepOnly: (rows) => {
      if (known.size <= REMEMBERED_MAX) return
      const keys = new Set(rows.map(({ key }) => key))
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key)
    },
  }
}

function kindOf(row: Row): Kind {
  return row.kind === 'message' && row.isFirstOfGroup ? 'firstMessage' : row.kind
}
