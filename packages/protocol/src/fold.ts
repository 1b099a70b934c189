import type { Cursor } from './cursor.ts'
import type { DurableEvent } from './events/durable.ts'
import type { CatchUpReset } from './catch-up.ts'
import type { Message, Reactions } from './objects/message.ts'
import type { Room } from './objects/room.ts'

/**
 * A room as somebody sees it who has read its log up to `cursor`: the room, and a window of messages by rising `seq`.
 * The window is contiguous up to the newest message; older history may be missing before its first.
 */
export interface RoomView {
  readonly room: Room
  readonly cursor: Cursor
  readonly messages: readonly Message[]
}

/** The view that a `reset` starts from. */
export function viewOfReset(reset: CatchUpReset): RoomView {
  return { room: reset.room, cursor: reset.upTo, messages: reset.messages }
}

/**
 * What an event means: the same view with the event applied. The caller keeps the order; an event at or before the cursor
 * changes nothing. Unknown types move the cursor only.
 */
export function fold(view: RoomView, event: DurableEvent): RoomView {
  if (event.seq <= view.cursor[0]) return view
  const cursor: Cursor = [event.seq, event.ref]
  const room: Room = { ...view.room, head: cursor }
  switch (event.type) {
    case 'message.posted':
      return { room: { ...room, n: event.message.n }, cursor, messages: [...view.messages, event.message] }
    case 'message.edited':
    case 'message.deleted':
      return { room, cursor, messages: replaced(view.messages, event.message.seq, () => event.message) }
    case 'reaction.changed':
      return {
        room,
        cursor,
        messages: replaced(view.messages, event.subject, (message) => withReactions(message, event.reactions)),
      }
    case 'message.pinned':
      return {
        room,
        cursor,
        messages: replaced(view.messages, event.subject, (message) => ({ ...message, pinnedAt: event.pinnedAt })),
      }
    case 'message.unpinned':
      return { room, cursor, messages: replaced(view.messages, event.subject, unpinned) }
    case 'member.joined':
    case 'member.left':
      return { room: { ...room, members: event.members }, cursor, messages: view.messages }
    case 'room.updated':
      return { room: { ...event.details, head: cursor }, cursor, messages: view.messages }
    default:
      return { room, cursor, messages: view.messages }
  }
}

/** Where the message `seq` stands in a list by rising `seq`, or -1. */
export function indexOfSeq(messages: readonly Message[], seq: number): number {
  let low = 0
  let high = messages.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = messages[middle]?.seq ?? 0
    if (found === seq) return middle
    if (found < seq) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function replaced(
  messages: readonly Message[],
  seq: number,
  change: (message: Message) => Message,
): readonly Message[] {
  const index = indexOfSeq(messages, seq)
  const message = messages[index]
  return message === undefined ? messages : messages.with(index, change(message))
}

function withReactions(message: Message, reactions: Reactions): Message {
  const { reactions: _, ...rest } = message
  return Object.keys(reactions).length === 0 ? rest : { ...rest, reactions }
}

function unpinned(message: Message): Message {
  const { pinnedAt: _, ...rest } = message
  return rest
}
