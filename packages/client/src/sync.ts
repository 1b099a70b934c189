import type { Cursor } from '@natter/protocol'

/** Events that came too early and wait for those before them. What is beyond is fetched like the rest of the gap. */
const PARKED_MAX = 512

/** What a reader does with what it reads. */
export interface Reading<E> {
  /** Once for each row, in order. */
  apply(row: E): void
  /** Something is known to be missing. */
  missing(): void
}

/**
 * Where a reader stands in one log, and the rule that keeps its reading contiguous: what is known is dropped, what comes
 * next is applied, what comes too early waits.
 */
export interface LogReader<E> {
  /** The last row that was applied; undefined before the first catch-up. */
  readonly cursor: Cursor | undefined
  readonly hasGap: boolean
  /** Takes a live row. */
  take(row: E): void
  /** Takes a delta: everything after the cursor, rising, without what later rows superseded. */
  takeDelta(rows: readonly E[], upTo: Cursor): void
  /** Starts anew at `upTo`, wherever it was; the early ones after it are applied by the next `take`. */
  startAt(upTo: Cursor): void
  /** Believes the server, which knows of nothing more: what came too early does not count. */
  dropEarly(): void
  /** Forgets everything: the next catch-up is a fresh start. */
  forget(): void
}

export function createLogReader<E extends { seq: number; ref: string }>({ apply, missing }: Reading<E>): LogReader<E> {
  const early = new Map<number, E>()
  let cursor: Cursor | undefined

  function advance(row: E): void {
    cursor = [row.seq, row.ref]
    apply(row)
  }

  /** Applies the early ones whose turn has come. */
  function settle(): void {
    if (cursor === undefined) return
    for (const seq of early.keys()) if (seq <= cursor[0]) early.delete(seq)
    for (let next: E | undefined; (next = early.get(cursor[0] + 1)) !== undefined;) {
      early.delete(next.seq)
      advance(next)
    }
  }

  return {
    get cursor() {
      return cursor
    },
    get hasGap() {
      return early.size > 0
    },
    take(row) {
      if (cursor === undefined || row.seq <= cursor[0]) return
      if (early.size < PARKED_MAX || row.seq === cursor[0] + 1) early.set(row.seq, row)
      settle()
      if (early.size > 0) missing()
    },
    takeDelta(rows, upTo) {
      for (const row of rows) if (cursor !== undefined && row.seq > cursor[0] && row.seq <= upTo[0]) advance(row)
      if (cursor !== undefined && upTo[0] > cursor[0]) cursor = upTo
      settle()
    },
    startAt(upTo) {
      cursor = upTo
    },
    dropEarly: () => early.clear(),
    forget() {
      early.clear()
      cursor = undefined
    },
  }
}
