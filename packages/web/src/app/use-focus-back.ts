import { useLayoutEffect, useRef } from 'preact/hooks'

/** Gives the focus back to where it was before `isAway`. Called in the drawing that begins it, while the focus is still there. */
export function useFocusBack(isAway: boolean): void {
  const before = useRef<Element | null>(null)
  const wasAway = useRef(false)
  if (isAway && !wasAway.current) before.current = document.activeElement
  useLayoutEffect(() => {
    const isBack = wasAway.current && !isAway
    wasAway.current = isAway
    if (isBack && before.current instanceof HTMLElement) before.current.focus()
  }, [isAway])
}
