import type { CatchUp, DurableEvent, InboxEvent, UserCatchUp } from '@natter/protocol'
import { fits, isRecord } from './shapes.ts'
import type { Json } from './shapes.ts'

// The casts in this file: here what comes from outside gets its types, as far as shapes.ts has checked them.

/** Reads a frame; undefined when it is not even an object. */
export function readFrame(json: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * A row of a log; undefined when it is none. One of an unknown type, or of a known type without what belongs to it, is kept
 * as a row that only takes its place: losing the place would be a gap that nothing can fill.
 */
export function readRow(value: unknown): DurableEvent | InboxEvent | undefined {
  if (!fits('row', value)) return undefined
  const row = value as DurableEvent
  // A type that every reader passes over.
  return fits(row.type, row) ? row : ({ ...row, type: 'unknown' } as unknown as DurableEvent)
}

/** The catch-ups of a room's log and of one's own, by the shape of their reset. */
interface CatchUps {
  reset: CatchUp
  userReset: UserCatchUp
}

/** A catch-up; undefined when it is none. */
export function readCatchUp<Shape extends keyof CatchUps>(value: unknown, shape: Shape): CatchUps[Shape] | undefined {
  const { mode, events } = isRecord(value) ? value : {}
  if (mode === 'reset' && fits(shape, value)) return value as CatchUps[Shape]
  if (mode !== 'delta' || !fits('delta', value)) return undefined
  return {
    ...(value as CatchUps[Shape]),
    events: (events as unknown[]).flatMap((row) => readRow(row) ?? []),
  }
}
