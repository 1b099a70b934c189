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
  return {
    room: { ...foldRoom(view.room, event), head: cursor },
    cursor,
    messages: foldMessages(view.messages, event),
  }
}

/** What an event does to the room it happened in; `head` is left to the caller, who keeps the order. */
export function foldRoom(room: Room, event: DurableEvent): Room {
  switch (event.type) {
    case 'message.posted':
      return { ...room, n: event.message.n }
    case 'member.joined':
    case 'member.left':
      return { ...room, members: event.members }
    case 'room.updated':
      return event.details
    default:
      return room
  }
}

/** What an event does to a window of messages that reaches up to it. */
export function foldMessages(messages: readonly Message[], event: DurableEvent): readonly Message[] {
  switch (event.type) {
    case 'message.posted':
      return [...messages, event.message]
    case 'message.edited':
    case 'message.deleted':
      return replaced(messages, event.message.seq, () => event.message)
    case 'reaction.changed':
      return replaced(messages, event.subject, (message) => withReactions(message, event.reactions))
    case 'message.pinned':
      return replaced(messages, event.subject, (message) => ({ ...message, pinnedAt: event.pinnedAt }))
    case 'message.unpinned':
      return replaced(messages, event.subject, unpinned)
    default:
      return messages
  }
}

function replaced(
  messages: readonly Message[],
  seq: number,
  change: (message: Message) => Message,
): readonly Message[] {
  // From the end: what changes was mostly said just now.
  const index = messages.findLastIndex((message) => message.seq === seq)
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
