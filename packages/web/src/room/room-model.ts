import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { RoomHandle, Sending, TimelineItem } from '@natter/client'
import type { Message, RoomId, UserId } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { viewSignal } from '../app/view-signal.ts'
import { timelineRows } from '../timeline/timeline-rows.ts'
import type { Row } from '../timeline/timeline-rows.ts'
import type { UnreadDivider } from '../timeline/unread-divider.ts'

/** One room on screen: what the SDK shows of it, and what only this page knows. */
export interface RoomModel {
  readonly id: RoomId
  readonly handle: RoomHandle
  readonly rows: ReadonlySignal<Row[]>
  readonly messages: ReadonlySignal<ReadonlyMap<number, Message>>
  readonly divider: Signal<UnreadDivider>
  /** What is typed and not sent. */
  readonly text: ReadonlySignal<string>
  readonly replyTo: Signal<number | undefined>
  /** The seq of the message being edited in place. */
  readonly editing: Signal<number | undefined>
  /** The key of the row under the mouse, or tapped: it shows its tools. */
  readonly active: Signal<string | undefined>
  /** The key of the row with the focus: it shows its tools too, wherever the mouse is, or the focus would go with them. */
  readonly focused: Signal<string | undefined>
  /** The seq of the message an address or a reply points at. */
  readonly highlight: Signal<number | undefined>
  /** Why the room could not be opened. */
  readonly trouble: Signal<unknown>
  /** Counts the wishes to see the newest message. */
  readonly latestWanted: Signal<number>
  setText(text: string): void
  send(): Sending | undefined
  /** Takes a message that was not sent back into the composer. */
  takeBack(item: Extract<TimelineItem, { kind: 'pending' }>): void
}

type ModelApp = Pick<App, 'natter' | 'self' | 'drafts' | 'time'>

export function createRoomModel({ natter, self, drafts, time }: ModelApp, id: RoomId): RoomModel {
  const handle = natter.room(id)
  const timeline = viewSignal(handle.timeline)
  const info = viewSignal(handle.info)
  const items = computed(() => timeline.value.items)
  const divider = signal<UnreadDivider>(undefined)
  const { text, replyTo } = drafts.of(id)
  const latestWanted = signal(0)
  const setText = (next: string): void => {
    text.value = next
  }
  return {
    id,
    handle,
    rows: computed(() =>
      timelineRows(items.value, {
        self,
        divider: divider.value,
        atStart: timeline.value.atStart,
        dayKey: time.dayKey,
        hasEvents: info.value?.people === undefined,
      }),
    ),
    messages: computed(() => messagesBySeq(items.value)),
    divider,
    text,
    replyTo,
    editing: signal<number | undefined>(undefined),
    active: signal<string | undefined>(undefined),
    focused: signal<string | undefined>(undefined),
    highlight: signal<number | undefined>(undefined),
    trouble: signal<unknown>(undefined),
    latestWanted,
    setText,
    send: () => {
      const typed = text.value.trim()
      if (typed === '') return undefined
      const sending = handle.send(typed, replyTo.value === undefined ? {} : { replyTo: replyTo.value })
      handle.typing(false)
      setText('')
      replyTo.value = undefined
      latestWanted.value += 1
      return sending
    },
    takeBack: (item) => {
      handle.discard(item.cid)
      setText(text.value === '' ? item.text : `${item.text}\n${text.value}`)
      replyTo.value = item.replyTo
    },
  }
}

/** The newest message of mine that can be edited, for the up arrow. */
export function lastOwnMessage(messages: ReadonlyMap<number, Message>, self: UserId): number | undefined {
  return [...messages.values()].findLast(({ by, deletedAt }) => by === self && deletedAt === undefined)?.seq
}

function messagesBySeq(items: readonly TimelineItem[]): ReadonlyMap<number, Message> {
  return new Map(items.flatMap((item) => (item.kind === 'message' ? [[item.message.seq, item.message]] : [])))
}
