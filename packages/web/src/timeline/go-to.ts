import type { RoomHandle, Timeline } from '@natter/client'
import type { App } from '../app/app-context.ts'
import type { RoomModel, WantedPlace } from '../room/room-model.ts'
import { messageItem } from './message-item.ts'
import { firstAfter, isLoaded, openAtMessage, PLACE_SHARE } from './opening-place.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { UNREAD_KEY } from './timeline-rows.ts'

interface Where {
  app: App
  model: RoomModel
  keeper: ScrollKeeper
}

/** A page is dropped by the SDK when the window changed while it was on its way, as it does where many write. */
const TRIES_MAX = 4

/** Loads what is around a place of the timeline, unless it is there. The answer gives it up. */
export function loadPlace({ app, model }: Where, wanted: WantedPlace): () => void {
  const ends = new AbortController()
  const { handle } = model
  const isDone = (): boolean => ends.signal.aborted || isAt(handle.timeline.value, model, wanted)
  onceTrue(
    handle.timeline,
    () => isCaughtUp(model, wanted),
    ends.signal,
    () => {
      void app.notices.attempt(jumpUntil(handle, seqOf(model, wanted), isDone))
    },
  )
  return () => ends.abort()
}

/** Goes there. False: it is not loaded or not among the rows yet, ask again after the next rendering. */
export function arriveAt({ model, keeper }: Where, wanted: WantedPlace): boolean {
  // What is loaded may wait to be drawn.
  if (!isAt(model.timeline.peek(), model, wanted)) return false
  if (wanted.kind === 'divider') {
    // Without one only what one wrote oneself is unread, and one stays where one is.
    return keeper.toRow(UNREAD_KEY, PLACE_SHARE) || !model.rows.value.some(({ key }) => key === UNREAD_KEY)
  }
  if (wanted.kind === 'message') {
    const isFound = openAtMessage(model, keeper, wanted.seq)
    if (isFound) focusOn(model, keeper, wanted.seq)
    return isFound
  }
  keeper.toTop()
  return true
}

/** Those who came by the keyboard or listen go on from there. */
function focusOn(model: RoomModel, keeper: ScrollKeeper, seq: number): void {
  const key = messageItem(model.handle.timeline.value, seq)?.key
  const isWriting = document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== ''
  if (key !== undefined && !isWriting) keeper.onceThere((rowOf) => rowOf(key)?.focus({ preventScroll: true }))
}

function isAt(timeline: Timeline, model: RoomModel, wanted: WantedPlace): boolean {
  const { status, atStart } = timeline
  if (status !== 'live') return false
  switch (wanted.kind) {
    case 'beginning':
      return atStart
    case 'divider':
      return model.divider.value !== undefined && isLoaded(timeline, model.divider.value.after.n)
    case 'message':
      return messageItem(timeline, wanted.seq) !== undefined
  }
}

function seqOf(model: RoomModel, wanted: WantedPlace): number {
  if (wanted.kind === 'message') return wanted.seq
  return wanted.kind === 'beginning' ? 1 : (model.divider.value?.after.seq ?? 0) + 1
}

async function jumpUntil(handle: RoomHandle, seq: number, isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX && !isDone(); tries++) await handle.jumpTo(seq)
}

/** A catch-up would put the newest messages in the place of a page that was asked for before it. */
function isCaughtUp(model: RoomModel, wanted: WantedPlace): boolean {
  const timeline = model.handle.timeline.value
  if (timeline.status !== 'live') return false
  return wanted.kind !== 'divider' || firstAfter(timeline, model.divider.value?.after.n ?? 0) !== undefined
}

function onceTrue(view: RoomHandle['timeline'], isTrue: () => boolean, signal: AbortSignal, run: () => void): void {
  let isWaiting = true
  const look = (): void => {
    if (signal.aborted || !isWaiting || !isTrue()) return
    isWaiting = false
    run()
  }
  const stop = view.subscribe(look)
  signal.addEventListener('abort', stop)
  look()
}
