/** How long the end of a message must stay on screen to count as read. */
export const READ_AFTER_MS = 500

/** Since when each message's end has been on screen, without a break, in a focused window. */
export type ReadTracker = ReadonlyMap<number, number>

export const NOTHING_SEEN: ReadTracker = new Map()

export interface Look {
  /** Seqs of the messages whose lower edge is on screen. */
  visible: readonly number[]
  isFocused: boolean
  at: number
}

export interface Seen {
  tracker: ReadTracker
  /** The newest message that is read by now. */
  readSeq?: number
  /** When to look again; absent when nothing ripens. */
  lookAgainAt?: number
}

/** Takes one look at the screen. What left it, or was there while the window had no focus, starts anew. */
export function look(tracker: ReadTracker, { visible, isFocused, at }: Look): Seen {
  if (!isFocused) return { tracker: NOTHING_SEEN }
  const seen = new Map(visible.map((seq) => [seq, tracker.get(seq) ?? at]))
  let readSeq = 0
  let lookAgainAt = Infinity
  for (const [seq, since] of seen) {
    if (at - since >= READ_AFTER_MS) readSeq = Math.max(readSeq, seq)
    else lookAgainAt = Math.min(lookAgainAt, since + READ_AFTER_MS)
  }
  return {
    tracker: seen,
    ...(readSeq > 0 ? { readSeq } : {}),
    ...(lookAgainAt < Infinity ? { lookAgainAt } : {}),
  }
}
