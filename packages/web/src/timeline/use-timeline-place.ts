import { untracked, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import type { RoomModel, WantedPlace } from '../room/room-model.ts'
import { arriveAt, loadPlace } from './go-to.ts'
import { openAtUnread } from './opening-place.ts'
import { watchReading } from './read-watch.ts'
import { keepScroll } from './scroll-keeper.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { stayBehind } from './stay-behind.ts'
import { dividerOnBlur } from './unread-divider.ts'

/** Further pages are asked for when this much is left to scroll. */
const PAGE_AHEAD_PX = 1_500

interface Parts {
  model: RoomModel
  box: RefObject<HTMLDivElement | null>
  list: RefObject<HTMLOListElement | null>
  /** The message the address points at. */
  seq: number | undefined
}

/** Where the timeline opens, what it keeps in view, when it loads further, and what counts as read. */
export function useTimelinePlace({ model, box, list, seq }: Parts): ScrollKeeper {
  const app = useApp()
  const { handle } = model
  /** Whether the opening position is settled, by the page or by the reader's hand. */
  const isPlaced = useRef(false)
  /** Where one is on the way to, while that is loaded. */
  const going = useRef<WantedPlace | undefined>(undefined)
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

  useLayoutEffect(() => {
    if (!box.current || !list.current) return undefined
    const [scrolls, rows] = [box.current, list.current]
    const stopKeeping = keeper.attach(scrolls, rows)
    // On the way to where one is to be nothing is read in passing.
    const isFocused = (): boolean =>
      app.isFocused.value && !model.isReadingHeld.value && isPlaced.current && !going.current
    const reading = watchReading({ box: scrolls, list: rows, handle, clock: app.clock, isFocused })
    const stay = stayBehind(app, model)
    onMove.current = (moved) => {
      if (isPlaced.current && !going.current) {
        loadMore(app, model, moved)
        stay(rows)
      }
      reading.look()
    }
    const settle = (): void => {
      isPlaced.current = true
      going.current = undefined
    }
    for (const sign of ['wheel', 'touchmove', 'keydown'] as const) {
      scrolls.addEventListener(sign, settle, { passive: true })
    }
    const stops = [app.isFocused.subscribe(reading.look), model.isReadingHeld.subscribe(reading.look)]
    return () => {
      for (const stop of [...stops, reading.stop, stopKeeping]) stop()
    }
  }, [model])

  useLayoutEffect(() => {
    keeper.restore()
    if (going.current && arriveAt({ app, model, keeper }, going.current)) going.current = undefined
    if (!isPlaced.current && seq === undefined) isPlaced.current = openAtUnread(app, model)
  })

  useEffect(() => {
    if (seq === undefined) return undefined
    model.highlight.value = seq
    return go({ kind: 'message', seq })
  }, [model, seq])

  useSignalEffect(() => {
    const wanted = model.wanted.value
    if (wanted === undefined) return undefined
    model.wanted.value = undefined
    untracked(() => go(wanted))
  })

  useSignalEffect(() => {
    if (model.latestWanted.value === 0) return
    going.current = undefined
    isPlaced.current = true
    untracked(() => toLatest(app, model, keeper))
  })

  useSignalEffect(() => {
    if (app.isFocused.value || !isPlaced.current || model.isReadingHeld.value) return
    const { readMark, unread } = handle.timeline.value
    model.divider.value = dividerOnBlur(model.divider.peek(), readMark, unread)
  })
  return keeper

  function go(wanted: WantedPlace): () => void {
    isPlaced.current = true
    going.current = arriveAt({ app, model, keeper }, wanted) ? undefined : wanted
    return going.current ? loadPlace({ app, model, keeper }, wanted) : () => {}
  }
}

function loadMore({ natter, notices }: App, { handle }: RoomModel, box: HTMLElement): void {
  const { status, atStart, atEnd, loadingOlder, loadingNewer } = handle.timeline.value
  if (status !== 'live' || natter.connection.value.state !== 'live') return
  const belowPx = box.scrollHeight - box.clientHeight - box.scrollTop
  if (!atStart && !loadingOlder && box.scrollTop < PAGE_AHEAD_PX) void notices.attempt(handle.loadOlder())
  if (!atEnd && !loadingNewer && belowPx < PAGE_AHEAD_PX) void notices.attempt(handle.loadNewer())
}

function toLatest({ notices }: App, { handle, isReadingHeld }: RoomModel, keeper: ScrollKeeper): void {
  isReadingHeld.value = false
  if (handle.timeline.value.atEnd) keeper.toEnd()
  else void notices.attempt(handle.jumpToLatest().then(keeper.toEnd))
}
