import type { CatchUpReset, DurableEvent, HistoryReply, Message } from '@natter/protocol'

/** Messages that a timeline keeps; the far end is let go beyond that, and loaded again when it is wanted. */
export const WINDOW_MESSAGES_MAX = 1_000
/** Messages of a room that is not open any more. */
const CLOSED_MESSAGES_MAX = 50
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
  return windowAround({ messages, more: hole !== undefined })
}

/** The page around a place. */
export function windowAround({ messages, more, moreAfter }: HistoryReply): TimelineWindow {
  return { messages: rising(messages, 0), lines: [], atStart: !more, atEnd: moreAfter !== true }
}

/** With a new message, where the window is at the end. One that is there already has come by a page or a reply, and is no older. */
export function withPosted(window: TimelineWindow, message: Message): TimelineWindow {
  const { messages, atEnd } = window
  const before = messages.findLastIndex(({ seq }) => seq < message.seq)
  if (!atEnd || messages[before + 1]?.seq === message.seq) return window
  return trimmed({ ...window, messages: messages.toSpliced(before + 1, 0, message) }, true)
}

/** With a line about a member or the room itself. */
export function withLine(window: TimelineWindow, event: DurableEvent): TimelineWindow {
  if (!window.atEnd) return window
  return { ...window, lines: [...window.lines, event].slice(-WINDOW_LINES_MAX) }
}

/** With a page of what came before. */
export function withOlder(window: TimelineWindow, { messages, more }: HistoryReply): TimelineWindow {
  const first = window.messages[0]?.seq ?? Infinity
  const older = rising(messages, 0).filter(({ seq }) => seq < first)
  return trimmed({ ...window, messages: [...older, ...window.messages], atStart: !more }, false)
}

/** With a page of what came after. */
export function withNewer(window: TimelineWindow, { messages, more }: HistoryReply): TimelineWindow {
  const newer = rising(messages, window.messages.at(-1)?.seq ?? 0)
  return trimmed({ ...window, messages: [...window.messages, ...newer], atEnd: !more }, true)
}

/** Its end, for a room that is not open any more. */
export function lastOf(window: TimelineWindow): TimelineWindow {
  return trimmed(window, true, CLOSED_MESSAGES_MAX)
}

/** Within the bound, by letting go of the far end. */
function trimmed(window: TimelineWindow, isGrowingDown: boolean, sizeMax = WINDOW_MESSAGES_MAX): TimelineWindow {
  const { messages, lines } = window
  if (messages.length <= sizeMax) return window
  if (!isGrowingDown) return { ...window, messages: messages.slice(0, sizeMax), lines: [], atEnd: false }
  const rest = messages.slice(-sizeMax)
  return { ...window, messages: rest, lines: lines.filter(({ seq }) => seq > (rest[0]?.seq ?? 0)), atStart: false }
}

/** Only what rises, from after `seq` on: everything above rests on the order. */
function rising(messages: readonly Message[], after: number): readonly Message[] {
  let last = after
  return messages.filter(({ seq }) => seq > last && (last = seq) > 0)
}
