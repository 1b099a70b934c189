import { markAfterPost, unreadCount } from '@natter/protocol'
import type { Message, ReadMark, Room, RoomId, User } from '@natter/protocol'
import { handleIsMentioned } from './mention.ts'

/** A room in the list of one's rooms. */
export interface RoomSummary {
  readonly id: RoomId
  readonly room: Room
  /** Messages after one's read mark, and how many of them mention one. */
  readonly unread: number
  readonly mentions: number
  /** When it was last posted to, if that is known yet. Milliseconds since the epoch, by the server's clock. */
  readonly lastAt: number | undefined
  readonly readSeq: number
  /** It is open somewhere in this application. */
  readonly opened: boolean
  /** One's own messages that were refused and wait for a decision. */
  readonly failedSends: number
}

/** What is known of a room besides its log. */
export interface RoomEntry {
  readonly room?: Room | undefined
  readonly isMine: boolean
  /** The newest row and the newest message known, also of a room that is not followed. */
  readonly seq: number
  readonly n: number
  /** The read mark as the server has it, and a further one that is on its way there. */
  readonly mark: ReadMark
  readonly hoped?: ReadMark | undefined
  readonly mentions: number
  readonly lastAt?: number | undefined
  /** Rises with each post: the order of the list. */
  readonly rank: number
}

const NOTHING_READ: ReadMark = { seq: 0, n: 0 }

export const UNKNOWN_ROOM: RoomEntry = { isMine: false, seq: 0, n: 0, mark: NOTHING_READ, mentions: 0, rank: 0 }

/** The mark that counts: what the reader did, before the server has heard of it. */
export function markOf({ mark, hoped = NOTHING_READ }: RoomEntry): ReadMark {
  return hoped.seq > mark.seq ? hoped : mark
}

export function unreadOf(entry: RoomEntry): number {
  return unreadCount(entry.n, markOf(entry))
}

/** After what somebody tells of the room itself: what was so at the further head, with the description of then. */
export function withRoom({ room: known, seq, n }: RoomEntry, room: Room): Partial<RoomEntry> {
  const head = { seq: Math.max(seq, room.head[0]), n: Math.max(n, room.n) }
  return known && known.head[0] > room.head[0] ? head : { ...head, room }
}

/** After a message that was posted. Harmless when it is told twice. */
export function withMessage(
  entry: RoomEntry,
  message: Message,
  self: User | undefined,
  rank: number,
): Partial<RoomEntry> {
  const { seq, n, at, by, text } = message
  const { id, handle } = self ?? { id: '', handle: ' ' }
  const { hoped, mark, mentions } = entry
  const head = {
    seq: Math.max(entry.seq, seq),
    mark: markAfterPost(mark, id, message),
    hoped: hoped && markAfterPost(hoped, id, message),
  }
  if (n <= entry.n) return head
  const isMention = by !== id && handleIsMentioned(text, handle)
  return { ...head, n, lastAt: at, rank, mentions: isMention ? mentions + 1 : mentions }
}
