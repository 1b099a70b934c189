import type { CatchUpReset, DurableEvent, HistoryReply, Message } from '@natter/protocol'
import { indexOfSeq } from '@natter/protocol'

/** Messages that a timeline keeps; the far end is let go beyond that, and loaded again when it is wanted. */
export const WINDOW_MESSAGES_MAX = 1_000
/** Lines about members and the room that it keeps. */
const WINDOW_LINES_MAX = 200

/**
 * The part of a room's history that is at hand: messages by rising seq without a hole, and what happened to the room and
 * its members between them as far as it was heard. `atEnd`: new messages join it.
 */
export interface TimelineWindow {
  readonly messages: readonly Message[]
  readonly lines: readonly DurableEvent[]
  readonly atStart: boolean
  readonly atEnd: boolean
}

export const EMPTY_WINDOW: TimelineWindow = { messages: [], lines: [], atStart: false, atEnd: true }

/** The newest messages, as a `reset` brings them. */
export function windowOfReset({ messages, hole }: CatchUpReset): TimelineWindow {
  return { messages: rising(messages), lines: [], atStart: hole === undefined, atEnd: true }
}

/** The page around a place. */
export function windowAround({ messages, more, moreAfter }: HistoryReply): TimelineWindow {
  return { messages: rising(messages), lines: [], atStart: !more, atEnd: moreAfter !== true }
}

/** With a new message, where the window is at the end. One that is there already has come by a page or a reply. */
export function withPosted(window: TimelineWindow, message: Message): TimelineWindow {
  const { messages } = window
  if (!window.atEnd) return window
  const last = messages.at(-1)
  if (last === undefined || last.seq < message.seq) return trimStart({ ...window, messages: [...messages, message] })
  const index = indexOfSeq(messages, message.seq)
  const present = messages[index]
  if (present === undefined) return trimStart({ ...window, messages: insert(messages, message) })
  // A page may have been read after later changes, which the event of the first posting knows nothing of.
  return isChanged(present) ? window : { ...window, messages: messages.with(index, message) }
}

/** With a line about a member or the room itself. */
export function withLine(window: TimelineWindow, event: DurableEvent): TimelineWindow {
  if (!window.atEnd) return window
  return { ...window, lines: [...window.lines, event].slice(-WINDOW_LINES_MAX) }
}

/** With a page of what came before. */
export function withOlder(window: TimelineWindow, { messages, more }: HistoryReply): TimelineWindow {
  const first = window.messages[0]?.seq ?? Infinity
  const older = rising(messages).filter(({ seq }) => seq < first)
  return trimEnd({ ...window, messages: [...older, ...window.messages], atStart: !more })
}

/** With a page of what came after. */
export function withNewer(window: TimelineWindow, { messages, more }: HistoryReply): TimelineWindow {
  const last = window.messages.at(-1)?.seq ?? 0
  const newer = rising(messages).filter(({ seq }) => seq > last)
  return trimStart({ ...window, messages: [...window.messages, ...newer], atEnd: !more })
}

function trimStart(window: TimelineWindow): TimelineWindow {
  if (window.messages.length <= WINDOW_MESSAGES_MAX) return window
  const messages = window.messages.slice(-WINDOW_MESSAGES_MAX)
  const first = messages[0]?.seq ?? 0
  return { ...window, messages, lines: window.lines.filter(({ seq }) => seq > first), atStart: false }
}

function trimEnd(window: TimelineWindow): TimelineWindow {
  if (window.messages.length <= WINDOW_MESSAGES_MAX) return window
  const messages = window.messages.slice(0, WINDOW_MESSAGES_MAX)
  const last = messages.at(-1)?.seq ?? 0
  return { ...window, messages, lines: window.lines.filter(({ seq }) => seq < last), atEnd: false }
}

function insert(messages: readonly Message[], message: Message): readonly Message[] {
  return messages.toSpliced(messages.findLastIndex(({ seq }) => seq < message.seq) + 1, 0, message)
}

function isChanged({ editedAt, deletedAt, pinnedAt, reactions }: Message): boolean {
  return (editedAt ?? deletedAt ?? pinnedAt ?? reactions) !== undefined
}

/** Only what rises: everything above rests on the order. */
function rising(messages: readonly Message[]): readonly Message[] {
  let last = 0
  return messages.filter(({ seq }) => seq > last && (last = seq) > 0)
}

/** Where the last message at or before `seq` stands, or -1. */
export function indexAtOrBefore(messages: readonly Message[], seq: number): number {
  return messages.findLastIndex((message) => message.seq <= seq)
}
