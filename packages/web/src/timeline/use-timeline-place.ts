import { untracked, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import type { RoomModel, WantedPlace } from '../room/room-model.ts'
import { holdUnread } from './hold-unread.ts'
import { messageItem } from './message-item.ts'
import { openAtUnread } from './opening-place.ts'
import { placeNow } from './place-now.ts'
import { watchReading } from './read-watch.ts'
import { keepScroll } from './scroll-keeper.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { stayBehind } from './stay-behind.ts'
import { dividerOnBlur } from './unread-divider.ts'
import { createWay } from './way.ts'

/** Further pages are asked for when this much is left to scroll. */
const PAGE_AHEAD_PX = 1_500

interface Parts {
  model: RoomModel
  box: RefObject<HTMLDivElement | null>
  list: RefObject<HTMLOListElement | null>
  /** The message the address points at. */
  seq: number | undefined
  /** Another one when the address was asked for once more. */
  visit: number
}

/** Where the timeline opens, what it keeps in view, when it loads further, and what counts as read. */
export function useTimelinePlace({ model, box, list, seq, visit }: Parts): ScrollKeeper {
  const app = useApp()
  const { handle } = model
  /** Whether the opening position is settled, by the page or by the reader's hand. */
  const isPlaced = useRef(false)
  /** What the address pointed at until now. */
  const seqBefore = useRef(seq)
  /** Where one was before an address led to a message: Back leads there. */
  const left = useRef<WantedPlace>({ kind: 'latest' })
  const onMove = useRef((_box: HTMLElement): void => {})
  const keeper = useMemo(
    () =>
      keepScroll({
        isNewestLoaded: () => model.timeline.peek().atEnd,
        onMove: (moved) => onMove.current(moved),
        now: app.clock.now,
      }),
    [model],
  )
  const way = useMemo(() => createWay({ model, keeper }, app.notices), [model])

  useLayoutEffect(() => {
    if (!box.current || !list.current) return undefined
    const [scrolls, rows] = [box.current, list.current]
    const stopKeeping = keeper.attach(scrolls, rows)
    // On the way to where one is to be nothing is read in passing.
    const isFocused = (): boolean => app.isFocused.value && !model.isReadingHeld.value && isPlaced.current && !way.isOn
    const reading = watchReading({ box: scrolls, list: rows, handle, clock: app.clock, isFocused })
    const stay = stayBehind(app, model)
    onMove.current = (moved) => {
      if (isPlaced.current && !way.isOn) {
        loadMore(app, model, moved)
        stay(rows)
      }
      reading.look()
    }
    const settle = (): void => {
      isPlaced.current = true
      way.leave()
    }
    for (const sign of ['wheel', 'touchmove', 'keydown'] as const) {
      // Before a key does what it is for: that may be a way to somewhere else.
      scrolls.addEventListener(sign, settle, { passive: true, capture: true })
    }
    const stops = [
      app.isFocused.subscribe(reading.look),
      model.isReadingHeld.subscribe(reading.look),
      holdUnread(model),
    ]
    return () => {
      for (const stop of [...stops, reading.stop, stopKeeping, way.stop]) stop()
    }
  }, [model])

  useLayoutEffect(() => {
    keeper.restore()
    way.look()
    if (!isPlaced.current && seq === undefined) isPlaced.current = openAtUnread(app, model)
  })

  useEffect(() => {
    const from = seqBefore.current
    seqBefore.current = seq
    const { isReturn } = app.router
    if (seq === undefined) return from !== undefined && isReturn ? way.go(left.current) : undefined
    if (from === undefined && !isReturn && box.current && list.current)
      left.current = placeNow(box.current, list.current, keeper.isAtEnd.peek())
    model.highlight.value = seq
    isPlaced.current = true
    return way.go({ kind: 'message', seq })
  }, [model, seq, visit])

  useSignalEffect(() => {
    const wanted = model.wanted.value
    if (wanted === undefined) return
    model.wanted.value = undefined
    if (wanted.kind === 'latest') model.isReadingHeld.value = false
    isPlaced.current = true
    untracked(() => way.go(wanted))
  })

  // An editor that opens out of sight would be drawn later, and take the focus then.
  useSignalEffect(() => {
    const edited = model.editing.value
    if (edited === undefined || model.editorShown.peek() === edited) return
    const key = messageItem(handle.timeline.value, edited)?.key
    if (key !== undefined) untracked(() => keeper.show(key, () => {}))
  })

  useSignalEffect(() => {
    if (app.isFocused.value || !isPlaced.current || model.isReadingHeld.value) return
    const { readMark, unread } = handle.timeline.value
    model.divider.value = dividerOnBlur(model.divider.peek(), readMark, unread)
  })
  return keeper
}

function loadMore({ natter, notices }: App, { handle }: RoomModel, box: HTMLElement): void {
  const { status, atStart, atEnd, loadingOlder, loadingNewer } = handle.timeline.value
  if (status !== 'live' || natter.connection.value.state !== 'live') return
  const belowPx = box.scrollHeight - box.clientHeight - box.scrollTop
  if (!atStart && !loadingOlder && box.scrollTop < PAGE_AHEAD_PX) void notices.attempt(handle.loadOlder())
  if (!atEnd && !loadingNewer && belowPx < PAGE_AHEAD_PX) void notices.attempt(handle.loadNewer())
}
