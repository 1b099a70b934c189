import type { TimelineItem } from '@natter/client'
import type { DurableEvent, Room, UserId } from '@natter/protocol'
import type { UnreadDivider } from './unread-divider.ts'

export type MessageItem = Extract<TimelineItem, { kind: 'message' | 'pending' }>

export const UNREAD_KEY = 'unread'

/** What the timeline draws, top to bottom. Keys are stable, so that a row keeps its place in the document. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: typeof UNREAD_KEY }
  | { kind: 'message'; key: string; item: MessageItem; isFirstOfGroup: boolean }
  /** `before`: what the room was like until then, as far as that is loaded. */
  | { kind: 'events'; key: string; events: DurableEvent[]; before: Room | undefined }

export interface RowOptions {
  self: UserId | undefined
  divider: UnreadDivider
  /** Whether the first item is the first of the room. */
  atStart: boolean
  /** Equal for two times of one local day. */
  dayKey: (at: number) => string
  /** Conversations of fixed people do without the lines of who joined. */
  hasEvents: boolean
}

/** The author is shown again after this much silence. */
export const GROUP_MS = 5 * 60_000

/**
 * Puts day separators, the unread divider and groups of one author into a timeline. A row that is as it was in `before`
 * is the same object, so that it need not be drawn again.
 */
export function timelineRows(items: readonly TimelineItem[], options: RowOptions, before: readonly Row[] = []): Row[] {
  const rows: Row[] = []
  const firstUnread = findFirstUnread(items, options)
  let day = ''
  let previous: MessageItem | undefined
  let room: Room | undefined
  for (const item of items) {
    if (item.kind === 'event' && !options.hasEvents) continue
    const at = timeOf(item)
    const itsDay = options.dayKey(at)
    if (itsDay !== day) rows.push({ kind: 'day', key: `day ${itsDay} ${item.key}`, at })
    if (item === firstUnread) rows.push({ kind: 'unread', key: UNREAD_KEY })
    const last = rows.at(-1)
    if (item.kind === 'event') {
      if (last?.kind === 'events') last.events.push(item.event)
      else rows.push({ kind: 'events', key: item.key, events: [item.event], before: room })
      if (item.event.type === 'room.updated') room = item.event.details
    } else {
      const isFirstOfGroup = last?.kind !== 'message' || !continues(previous, item, options.self)
      rows.push({ kind: 'message', key: item.key, item, isFirstOfGroup })
      previous = item
    }
    day = itsDay
  }
  return withIdentity(rows, before)
}

/** The time an item is shown under. */
export function timeOf(item: TimelineItem): number {
  if (item.kind === 'message') return item.message.at
  return item.kind === 'event' ? item.event.at : item.at
}

/** Whose message it is; one that is not sent yet is the reader's own. */
export function authorOf(item: MessageItem, self: UserId | undefined): UserId | undefined {
  return item.kind === 'message' ? item.message.by : self
}

function withIdentity(rows: Row[], before: readonly Row[]): Row[] {
  if (before.length === 0) return rows
  const places = new Map(before.map((row, index) => [row.key, index]))
  return rows.map((row) => {
    const old = before[places.get(row.key) ?? -1]
    return old !== undefined && isSame(old, row) ? old : row
  })
}

function isSame(a: Row, b: Row): boolean {
  if (a.kind === 'message') return b.kind === 'message' && a.item === b.item && a.isFirstOfGroup === b.isFirstOfGroup
  if (a.kind === 'day') return b.kind === 'day' && a.at === b.at
  if (a.kind === 'unread') return b.kind === 'unread'
  if (b.kind !== 'events' || a.before !== b.before || a.events.length !== b.events.length) return false
  return a.events.every((event, i) => event === b.events[i])
}

function continues(previous: MessageItem | undefined, item: MessageItem, self: UserId | undefined): boolean {
  if (!previous || authorOf(previous, self) !== authorOf(item, self)) return false
  const replyTo = item.kind === 'message' ? item.message.replyTo : item.replyTo
  return replyTo === undefined && Math.abs(timeOf(item) - timeOf(previous)) < GROUP_MS
}

/** The first message after the mark, if what comes right after the mark is loaded: a divider further down would lie. */
function findFirstUnread(
  items: readonly TimelineItem[],
  { divider, self, atStart }: RowOptions,
): TimelineItem | undefined {
  if (divider === undefined) return undefined
  const { n } = divider.after
  const mayBeOwn = divider.isAsked === true
  const isUnread = (item: TimelineItem): boolean => item.kind === 'message' && item.message.n > n
  const first = items.find(isUnread)
  if (first?.kind !== 'message' || (first.message.n > n + 1 && !atStart)) return undefined
  return items.find((item) => isUnread(item) && item.kind === 'message' && (mayBeOwn || item.message.by !== self))
}
