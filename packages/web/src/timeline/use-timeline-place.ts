import type { RoomHandle } from '@natter/client'
import { useSignal, useSignalEffect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { openAtMessage, openAtUnread } from './opening-place.ts'
import { watchReading } from './read-watch.ts'
import { keepScroll } from './scroll-keeper.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { dividerOnBlur } from './unread-divider.ts'

/** Further pages are asked for when this much is left to scroll. */
const PAGE_AHEAD_PX = 900

interface Parts {
  model: RoomModel
  box: RefObject<HTMLDivElement | null>
  list: RefObject<HTMLOListElement | null>
  /** The message the address points at. */
  seq: number | undefined
}

/** Where the timeline opens, what it keeps in view, when it loads further, and what counts as read. */
export function useTimelinePlace({ model, box, list, seq }: Parts): ReadonlySignal<ScrollKeeper | undefined> {
  const app = useApp()
  const keeper = useSignal<ScrollKeeper | undefined>(undefined)
  /** Whether the opening position is settled, by the page or by the reader's hand. */
  const isPlaced = useRef(false)
  const { handle } = model

  useLayoutEffect(() => {
    if (!box.current || !list.current) return undefined
    const stop = keep(box.current, list.current, { app, model, keeper, settle: () => (isPlaced.current = true) })
    return stop
  }, [model])

  useLayoutEffect(() => {
    const kept = keeper.peek()
    kept?.restore()
    if (isPlaced.current || !kept) return
    isPlaced.current = seq === undefined ? openAtUnread(app, model, kept) : openAtMessage(model, kept, seq)
  })

  useEffect(() => {
    if (seq === undefined) return undefined
    model.highlight.value = seq
    isPlaced.current = keeper.value !== undefined && openAtMessage(model, keeper.value, seq)
    if (isPlaced.current) return undefined
    return onceLive(handle.timeline, () => void app.notices.attempt(jumpUntilShown(handle, seq)))
  }, [model, seq])

  useSignalEffect(() => {
    if (model.latestWanted.value > 0) toLatest(app, model, keeper.peek())
  })

  useSignalEffect(() => {
    if (app.isFocused.value || !isPlaced.current) return
    const { readMark, unread } = handle.timeline.value
    model.divider.value = dividerOnBlur(model.divider.peek(), readMark, unread)
  })
  return keeper
}

interface Keep {
  app: App
  model: RoomModel
  keeper: { value: ScrollKeeper | undefined }
  settle: () => void
}

function keep(box: HTMLElement, list: HTMLElement, { app, model, keeper, settle }: Keep): () => void {
  const { handle } = model
  const reading = watchReading({ box, list, handle, clock: app.clock, isFocused: () => app.isFocused.value })
  const kept = keepScroll(box, list, {
    isNewestLoaded: () => handle.timeline.value.atEnd,
    onMove: () => {
      loadMore(app, model, box)
      reading.look()
    },
  })
  keeper.value = kept
  for (const sign of ['wheel', 'touchmove', 'keydown'] as const) box.addEventListener(sign, settle, { passive: true })
  const stopFocus = app.isFocused.subscribe(() => reading.look())
  return () => {
    stopFocus()
    reading.stop()
    kept.stop()
  }
}

function loadMore({ natter, notices }: App, { handle }: RoomModel, box: HTMLElement): void {
  const { status, atStart, atEnd, loadingOlder, loadingNewer } = handle.timeline.value
  if (status !== 'live' || natter.connection.value.state !== 'live') return
  const belowPx = box.scrollHeight - box.clientHeight - box.scrollTop
  if (!atStart && !loadingOlder && box.scrollTop < PAGE_AHEAD_PX) void notices.attempt(handle.loadOlder())
  if (!atEnd && !loadingNewer && belowPx < PAGE_AHEAD_PX) void notices.attempt(handle.loadNewer())
}

function toLatest({ notices }: App, { handle }: RoomModel, keeper: ScrollKeeper | undefined): void {
  keeper?.toEnd()
  if (!handle.timeline.value.atEnd) void notices.attempt(handle.jumpToLatest().then(() => keeper?.toEnd()))
}

/** A first catch-up would put the newest messages in the place of a page that was asked for before it. Returns how to give up waiting. */
function onceLive(timeline: RoomHandle['timeline'], run: () => void): () => void {
  let isWaiting = true
  const look = (): void => {
    if (!isWaiting || timeline.value.status !== 'live') return
    isWaiting = false
    run()
  }
  const stop = timeline.subscribe(look)
  look()
  return stop
}

/** A catch-up that comes in between puts the newest messages in the place of the page: then it is asked for again, once. */
async function jumpUntilShown(handle: RoomHandle, seq: number): Promise<void> {
  await handle.jumpTo(seq)
  const isShown = handle.timeline.value.items.some((item) => item.kind === 'message' && item.message.seq === seq)
  if (!isShown) await handle.jumpTo(seq)
}
