import { useLayoutEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { focusByTyping } from './focus-by-typing.ts'
import type { Writing } from './writing.ts'

/** When the composer has the focus by itself: in a room that opens, for an answer, and for who begins to type. Not by touch, for it brings up a keyboard. */
export function useFocus(writing: Writing, { replyTo }: RoomModel, isShown: boolean): void {
  const { isTouch } = useApp()
  useLayoutEffect(
    () => (isTouch.peek() || !isShown ? undefined : focusOnceFree(() => writing.area)),
    [writing, isShown],
  )
  useLayoutEffect(() => {
    if (replyTo.value !== undefined) writing.area?.focus()
  }, [replyTo.value])
  useLayoutEffect(() => focusByTyping(window, () => writing.area), [writing])
}

/** A modal window lets nothing else have the focus, and gives it back to what opened it: after that it is taken. The answer gives that up. */
function focusOnceFree(area: () => HTMLElement | null): () => void {
  const stop = (): void => document.removeEventListener('focusin', take)
  const take = (): void => {
    if (document.querySelector('dialog:modal')) return
    stop()
    area()?.focus()
  }
  document.addEventListener('focusin', take)
  take()
  return stop
}
