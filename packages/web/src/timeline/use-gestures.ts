import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { answers, LONG_PRESS_MS, moved, REPLY_PX, touched } from './gesture.ts'
import type { Gesture } from './gesture.ts'
import { rowAt } from './row-at.ts'

/** One finger on a message: resting opens what can be done with it, a swipe along the line answers it. Scrolling stays the browser's. */
export function useGestures(box: RefObject<HTMLElement | null>, model: RoomModel): void {
  const app = useApp()
  useEffect(() => (box.current ? listenForGestures(box.current, app, model) : undefined), [app, model])
}

function listenForGestures(box: HTMLElement, { clock }: App, model: RoomModel): () => void {
  const ends = new AbortController()
  let gesture: Gesture = { kind: 'other' }
  let row: HTMLElement | undefined
  let cancel = (): void => {}
  let hasOpened = false
  /** Code may be wider than its row: what goes to the side there scrolls. */
  let isOnCode = false

  const show = (px: number): void => {
    row?.style.setProperty('--swipe', `${px}px`)
    if (row) row.dataset['swipe'] = px === 0 ? 'none' : px >= REPLY_PX ? 'far' : 'near'
  }
  const end = (): void => {
    cancel()
    show(0)
    gesture = { kind: 'other' }
  }
  const open = (x: number, y: number): void => {
    const seq = Number(row?.dataset['seq'] ?? 0)
    const isDeleted = model.messages.value.get(seq)?.deletedAt !== undefined
    if (!row || seq === 0 || isDeleted) return
    hasOpened = true
    model.beside.value = { kind: 'menu', seq, opener: row, at: { x, y } }
    end()
  }
  type Sign = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'
  const on = (type: Sign, listener: (event: PointerEvent) => void): void =>
    box.addEventListener(type, listener, { passive: true, signal: ends.signal })

  on('pointerdown', ({ pointerType, isPrimary, clientX, clientY, target }) => {
    end()
    hasOpened = false
    if (pointerType === 'mouse' || !isPrimary || isOwnUse(target)) return
    row = rowAt(target)
    if (!row) return
    isOnCode = target instanceof Element && target.closest('pre') !== null
    gesture = touched(clientX, clientY)
    cancel = clock.after(LONG_PRESS_MS, () => gesture.kind === 'resting' && open(clientX, clientY))
  })
  on('pointermove', ({ clientX, clientY, isPrimary }) => {
    if (!isPrimary || gesture.kind === 'other') return
    gesture = moved(gesture, clientX, clientY, getComputedStyle(box).direction === 'rtl' ? -1 : 1)
    if (gesture.kind === 'swiping' && isOnCode) gesture = { kind: 'other' }
    if (gesture.kind === 'swiping') show(gesture.px)
    if (gesture.kind !== 'resting') cancel()
  })
  on('pointerup', () => {
    const seq = Number(row?.dataset['seq'] ?? 0)
    if (answers(gesture) && seq > 0) model.replyTo.value = seq
    end()
  })
  on('pointercancel', end)
  // The finger that opened it lifts over what opened: that chooses nothing.
  const onTouchEnd = (event: TouchEvent): void => {
    if (hasOpened) event.preventDefault()
  }
  box.addEventListener('touchend', onTouchEnd, { passive: false, signal: ends.signal })
  // What the browser would open for a resting finger.
  const onContextMenu = (event: MouseEvent): void => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch'
    if (isTouch && rowAt(event.target) && !isOwnUse(event.target)) event.preventDefault()
  }
  box.addEventListener('contextmenu', onContextMenu, { signal: ends.signal })
  return () => {
    cancel()
    ends.abort()
  }
}

/** Links keep the browser's own menu, boxes of text the selection. */
function isOwnUse(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, textarea, input') !== null
}
