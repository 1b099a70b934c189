import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { Place } from '../parts/menu-place.ts'

/** As long as phones take for it themselves. */
const LONG_PRESS_MS = 500
/** A finger is never quite still. */
const STILL_PX = 10

interface LongPress {
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: () => void
  onPointerCancel: () => void
  onClickCapture: (event: MouseEvent) => void
}

/** A finger that rests on something asks what can be done with it. The tap that it would be otherwise is not one then. */
export function useLongPress(onLongPress: (at: Place) => void): LongPress {
  const { clock } = useApp()
  const held = useRef<{ at: Place; cancel: () => void; isLong: boolean } | undefined>(undefined)
  const end = (): void => held.current?.cancel()
  return {
    onPointerDown: (event) => {
      end()
      held.current = undefined
      if (event.pointerType === 'mouse' || !event.isPrimary) return
      const at = { x: event.clientX, y: event.clientY }
      const press = { at, isLong: false, cancel: () => {} }
      press.cancel = clock.after(LONG_PRESS_MS, () => {
        press.isLong = true
        onLongPress(at)
      })
      held.current = press
    },
    onPointerMove: ({ clientX, clientY }) => {
      const from = held.current?.at
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture: (event) => {
      if (held.current?.isLong !== true) return
      held.current = undefined
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
