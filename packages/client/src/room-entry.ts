import { handleIsMentioned } from './mention.ts'
import { markAfterPost, unreadCount } from '@natter/protocol'
import type { Message, ReadMark, Room, RoomId, User } from '@natter/protocol'

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
  readonly room: Room | undefined
  readonly isMine: boolean
  /** The newest row and the newest message known, also of a room that is not followed. */
  readonly seq: number
  readonly n: number
  /** The read mark as the server has it, and a further one that is on its way there. */
  readonly mark: ReadMark
  readonly hoped: ReadMark | undefined
  readonly mentions: number
  readonly lastAt: number | undefined
  /** Rises with each post: the order of the list. */
  readonly rank: number
}

export const UNKNOWN_ROOM: RoomEntry = {
  ...{ room: undefined, isMine: false, seq: 0, n: 0, mark: { seq: 0, n: 0 } },
  ...{ hoped: undefined, mentions: 0, lastAt: undefined, rank: 0 },
}

/** The mark that counts: what the reader did, before the server has heard of it. */
export function markOf({ mark, hoped }: RoomEntry): ReadMark {
  return hoped !== undefined && hoped.seq > mark.seq ? hoped : mark
}

export function unreadOf(entry: RoomEntry): number {
  return unreadCount(entry.n, markOf(entry))
}

/** With what somebody tells of the room itself: the newer description, and the further head. */
export function withRoom(entry: RoomEntry, room: Room): RoomEntry {
  const seq = Math.max(entry.seq, room.head[0])
  const n = Math.max(entry.n, room.n)
  const known = entry.room
  if (known === undefined || known.updatedSeq <= room.updatedSeq) return { ...entry, room, seq, n }
  const { head, n: messages } = room.head[0] > known.head[0] ? room : known
  return { ...entry, room: { ...known, head, n: messages }, seq, n }
}

/** With a message that was posted. Harmless when it is told twice. */
export function withMessage(entry: RoomEntry, message: Message, self: User | undefined, rank: number): RoomEntry {
  const { seq, n, at, by, text } = message
  const reader = self?.id ?? ''
  const isNew = n > entry.n
  const isMention = isNew && self !== undefined && by !== self.id && handleIsMentioned(text, self.handle)
  const next = {
    ...entry,
    mark: markAfterPost(entry.mark, reader, message),
    hoped: entry.hoped && markAfterPost(entry.hoped, reader, message),
    seq: Math.max(entry.seq, seq),
    mentions: entry.mentions + (isMention ? 1 : 0),
  }
  return isNew ? { ...next, n, lastAt: at, rank } : next
}

/** With another mark. What it passes is not unread, and so no mention. */
export function withMark(entry: RoomEntry, marks: Partial<Pick<RoomEntry, 'mark' | 'hoped'>>): RoomEntry {
  const next = { ...entry, ...marks }
  return { ...next, mentions: Math.min(next.mentions, unreadOf(next)) }
}
