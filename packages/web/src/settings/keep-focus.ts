/** Of radio buttons Tab stops at the chosen one. */
const TAKERS =
  'a[href], button:not(:disabled), input:not(:disabled, [type=radio]:not(:checked)), select:not(:disabled), [tabindex="0"]'

/**
 * Escape closes what `box` is, and Tab goes around inside of it: what is behind rests. Listens on the whole document, for what had the
 * focus may be gone from the box, or be disabled, and left the focus on nothing. The answer ends it.
 */
export function keepFocus(box: HTMLElement, onClose: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event
    const isHere = target === document.body || (target instanceof Node && box.contains(target))
    if (!isHere || document.querySelector('dialog:modal') !== null) return
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    else goAround(event, box)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function goAround(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return
  const takers = [...box.querySelectorAll<HTMLElement>(TAKERS)].filter((each) => each.checkVisibility())
  const edge = event.shiftKey ? takers[0] : takers.at(-1)
  const isAtEdge = document.activeElement === edge || !box.contains(document.activeElement)
  if (!isAtEdge) return
  event.preventDefault()
  const to = event.shiftKey ? takers.at(-1) : takers[0]
  to?.focus()
}
