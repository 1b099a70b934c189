const TAKERS = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]'

/** Tab goes around inside of `box`: what is behind it rests. */
export function keepFocus(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return
  const takers = [...box.querySelectorAll<HTMLElement>(TAKERS)].filter((each) => each.checkVisibility())
  const edge = event.shiftKey ? takers[0] : takers.at(-1)
  const isAtEdge = document.activeElement === edge || !box.contains(document.activeElement)
  if (!isAtEdge) return
  event.preventDefault()
  const to = event.shiftKey ? takers.at(-1) : takers[0]
  to?.focus()
}
