import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { RoomHandle, Sending, Timeline, TimelineItem } from '@natter/client'
import type { Message, Room, RoomId, UserId } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { viewSignal } from '../app/view-signal.ts'
import { rememberedDays } from '../timeline/day-keys.ts'
import { pacedTimeline } from '../timeline/paced-timeline.ts'
import { readersNow } from '../timeline/readers-now.ts'
import type { EarlierReaders } from '../timeline/readers-now.ts'
import { seenByAll } from '../timeline/seen-by-all.ts'
import { shownRoom } from './shown-room.ts'
import { timelineRows } from '../timeline/timeline-rows.ts'
import type { Row } from '../timeline/timeline-rows.ts'
import type { UnreadDivider } from '../timeline/unread-divider.ts'

/** One room on screen: what the SDK shows of it, and what only this page knows. */
export interface RoomModel {
  readonly id: RoomId
  readonly handle: RoomHandle
  /** The room itself, as far as messages do not change it. */
  readonly info: ReadonlySignal<Room | undefined>
  /** What is drawn of its messages: news that comes in quickly waits a moment for what comes next. */
  readonly timeline: ReadonlySignal<Timeline>
  readonly rows: ReadonlySignal<Row[]>
  readonly messages: ReadonlySignal<ReadonlyMap<number, Message>>
  readonly divider: Signal<UnreadDivider>
  /** In conversations: one's own last message, when all the others have read it. */
  readonly seen: ReadonlySignal<number | undefined>
  /** In conversations: how far others had read when it was opened, or the connection began. */
  readonly earlierReaders: Signal<EarlierReaders>
  /** What is typed and not sent. */
  readonly text: ReadonlySignal<string>
  readonly replyTo: Signal<number | undefined>
  /** The seq of the message being edited in place. */
  readonly editing: Signal<number | undefined>
  /** The message whose editor has had the focus since it was opened: where its row is drawn again it does not take it again. */
  readonly editorShown: Signal<number | undefined>
  /** The key of the row under the mouse: it shows its tools. */
  readonly active: Signal<string | undefined>
  /** The key of the row with the focus: it shows its tools too, wherever the mouse is, or the focus would go with them. */
  readonly focused: Signal<string | undefined>
  /** What is open beside a message. */
  readonly beside: Signal<Beside | undefined>
  /** The day separator that was asked for other days. */
  readonly dateAsked: Signal<{ opener: HTMLElement; at: number } | undefined>
  /** Somebody said "unread": what is on screen does not become read by that. */
  readonly isReadingHeld: Signal<boolean>
  /** The seq of the message an address or a reply points at. */
  readonly highlight: Signal<number | undefined>
  /** Why the room could not be opened. */
  readonly trouble: Signal<unknown>
  /** Another place of the timeline that is asked for, once. */
  readonly wanted: Signal<WantedPlace | undefined>
  setText(text: string): void
  send(): Sending | undefined
  /** Takes a message that was not sent back into the composer. */
  takeBack(item: Extract<TimelineItem, { kind: 'pending' }>): void
}

/** A window beside a message, and where: at what opened it, or where a finger or the mouse asked for it. */
export interface Beside {
  kind: 'menu' | 'emoji'
  seq: number
  opener: HTMLElement
  at?: { x: number; y: number }
}

export type WantedPlace =
  | { kind: 'beginning' | 'divider' | 'latest' }
  /** `share`: how far down the screen it is to stand, where that matters. */
  | { kind: 'message'; seq: number; share?: number }

type ModelApp = Pick<App, 'natter' | 'self' | 'drafts' | 'edits' | 'time' | 'deletions' | 'clock'>

export function createRoomModel(app: ModelApp, id: RoomId): RoomModel {
  const { natter, self, drafts, edits, time, deletions, clock } = app
  const handle = natter.room(id)
  const timeline = pacedTimeline(handle.timeline, clock)
  const info = viewSignal(shownRoom(handle.info))
  const receipts = viewSignal(handle.receipts)
  const items = computed(() => timeline.value.items)
  const divider = signal<UnreadDivider>(undefined)
  const { text, replyTo } = drafts.of(id)
  const earlierReaders = signal<EarlierReaders>({ asked: new Map(), told: new Map() })
  const wanted = signal<WantedPlace | undefined>(undefined)
  const isReadingHeld = signal(false)
  const dayKey = rememberedDays(time.dayKey)
  let before: Row[] = []
  const setText = (next: string): void => {
    text.value = next
  }
  const edited = edits.of(id)?.seq
  return {
    id,
    handle,
    info,
    timeline,
    rows: computed(() => {
      const shown = withoutHidden(items.value, deletions.hidden(id))
      const hasEvents = info.value?.people === undefined
      const { atStart } = timeline.value
      before = timelineRows(shown, { self, divider: divider.value, atStart, dayKey, hasEvents }, before)
      return before
    }),
    messages: computed(() => messagesBySeq(items.value)),
    divider,
    seen: computed(() =>
      seenByAll(items.value, {
        self,
        others: (info.value?.people ?? []).filter((user) => user !== self),
        receipts: readersNow(earlierReaders.value, receipts.value),
      }),
    ),
    earlierReaders,
    text,
    replyTo,
    editing: signal(edited),
    editorShown: signal(edited),
    active: signal<string | undefined>(undefined),
    focused: signal<string | undefined>(undefined),
    beside: signal<Beside | undefined>(undefined),
    dateAsked: signal<{ opener: HTMLElement; at: number } | undefined>(undefined),
    isReadingHeld,
    highlight: signal<number | undefined>(undefined),
    trouble: signal<unknown>(undefined),
    wanted,
    setText,
    send: () => {
      const typed = text.value.trim()
      if (typed === '') return undefined
      const sending = handle.send(typed, replyTo.value === undefined ? {} : { replyTo: replyTo.value })
      handle.typing(false)
      setText('')
      replyTo.value = undefined
      wanted.value = { kind: 'latest' }
      return sending
    },
    takeBack: (item) => {
      handle.discard(item.cid)
      setText(text.value === '' ? item.text : `${item.text}\n${text.value}`)
      replyTo.value = item.replyTo
    },
  }
}

/** The newest message there is to answer, or, of oneself, to edit. */
export function lastMessage(
  messages: ReadonlyMap<number, Message>,
  hidden: ReadonlySet<number>,
  author?: UserId,
): number | undefined {
  const isFit = ({ seq, by, deletedAt }: Message): boolean =>
    deletedAt === undefined && !hidden.has(seq) && (author === undefined || by === author)
  return [...messages.values()].findLast(isFit)?.seq
}

function messagesBySeq(items: readonly TimelineItem[]): ReadonlyMap<number, Message> {
  const messages = new Map<number, Message>()
  for (const item of items) if (item.kind === 'message') messages.set(item.message.seq, item.message)
  return messages
}

function withoutHidden(items: readonly TimelineItem[], hidden: ReadonlySet<number>): readonly TimelineItem[] {
  if (hidden.size === 0) return items
  return items.filter((item) => item.kind !== 'message' || !hidden.has(item.message.seq))
}
