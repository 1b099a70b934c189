import type { OutboxEntry, RoomHandle, View } from '@natter/client'
import type { CopyKeeper } from './copy-keeper.ts'
import type { RememberedTimeline } from './copy.ts'
import { derivedView } from './derived-view.ts'
import type { SharedOutbox } from './shared-outbox.ts'
import { shownTimeline } from './shown-timeline.ts'

export interface RememberedRoomOptions {
  outbox: SharedOutbox
  keeper: CopyKeeper
  /** What waits in other tabs, of all rooms. */
  elsewhere: View<readonly OutboxEntry[]>
  /** Undefined until the server has greeted. */
  self: View<unknown>
  /** What is remembered of the room, while that counts. */
  remembered: () => RememberedTimeline | undefined
  newId: () => string
}

/** A room of the SDK with what this browser knows besides it. */
export function rememberedRoom(handle: RoomHandle, options: RememberedRoomOptions): RoomHandle {
  const { outbox, keeper, elsewhere, self, remembered, newId } = options
  const { id } = handle
  let here: readonly OutboxEntry[] = []
  const hereView = derivedView([elsewhere], () => (here = ofRoom(elsewhere.value, id, here)))
  const kept: Partial<RoomHandle> = {
    info: derivedView([handle.info, self], () => handle.info.value ?? remembered()?.info),
    timeline: derivedView([handle.timeline, hereView, self], () =>
      shownTimeline(handle.timeline.value, remembered(), hereView.value),
    ),
    open: () => {
      keeper.opened(handle)
      return handle.open()
    },
    close: () => {
      keeper.closed(handle)
      handle.close()
    },
    send: (text, sending) => {
      const cid = newId()
      const isEarly = self.value === undefined && outbox.write({ cid, room: id, text, replyTo: sending?.replyTo })
      // Of an early one nobody can say when it is sent: it may be the next page that does it.
      return isEarly ? { cid, sent: new Promise(() => {}) } : handle.send(text, sending)
    },
    retry: (cid) => void (outbox.ask(cid, 'retry') || handle.retry(cid)),
    discard: (cid) => void (outbox.ask(cid, 'discard') || handle.discard(cid)),
  }
  // The cast: with all that it inherits it is a whole one.
  return Object.assign(Object.create(handle) as RoomHandle, kept)
}

/** The entries of one room; the same list for the same entries. */
function ofRoom(entries: readonly OutboxEntry[], id: string, before: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const now = entries.filter(({ room }) => room === id)
  return now.length === before.length && now.every((entry, index) => entry === before[index]) ? before : now
}
