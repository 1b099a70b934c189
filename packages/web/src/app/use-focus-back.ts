import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Gives the focus back to where it was in a part of the page before `isAway`; that part tells the answer of every focus in it.
 * What has the focus in the very moment is no good: it may be the button of a window that goes with its click.
 */
export function useFocusBack(isAway: boolean): (event: FocusEvent) => void {
  const last = useRef<HTMLElement | undefined>(undefined)
  const wasAway = useRef(false)
  useLayoutEffect(() => {
    const isBack = wasAway.current && !isAway
    wasAway.current = isAway
    // It may be long ago that it had the focus: what one sees stays where it is.
    if (isBack) last.current?.focus({ preventScroll: true })
  }, [isAway])
  return ({ target }) => {
    if (target instanceof HTMLElement) last.current = target
  }
}
