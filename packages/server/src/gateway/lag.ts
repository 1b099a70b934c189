import type { RoomId } from '@natter/protocol'
import type { SharedFrame } from './shared-frame.ts'

/** What a reader that fell behind is not told: of each room the first event. Bounded by the rooms it follows. */
export class Lag {
  readonly missed = new Map<RoomId, number>()
  /** Of the clock that never goes back; undefined until the next look at all connections. */
  since: number | undefined

  /** Notes an event of a room; false: this is no such frame, and has to be kept. */
  takes({ room, seq }: SharedFrame): boolean {
    if (room === undefined) return false
    if (!this.missed.has(room)) this.missed.set(room, seq)
    return true
  }
}
