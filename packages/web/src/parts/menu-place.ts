/** Where a menu was asked for: a point of the window, in pixels. */
export interface Place {
  x: number
  y: number
}

/** Where a menu for `event` belongs: at the mouse, or below what has the focus when the keyboard asked. */
export function placeOf(event: MouseEvent, anchor: Element): Place {
  const isPointed = event.clientX !== 0 || event.clientY !== 0
  return isPointed && event.type === 'contextmenu' ? { x: event.clientX, y: event.clientY } : placeBelow(anchor)
}

export function placeBelow(anchor: Element): Place {
  const { left, bottom } = anchor.getBoundingClientRect()
  return { x: left, y: bottom }
}

const EDGE = 8

/** Puts the menu there, or as near as it fits into the window. On a phone the style sheet has the last word. */
export function placeMenu(menu: HTMLElement, { x, y }: Place): void {
  const { width, height } = menu.getBoundingClientRect()
  const isMirrored = getComputedStyle(menu).direction === 'rtl'
  const left = Math.max(EDGE, Math.min(isMirrored ? x - width : x, innerWidth - width - EDGE))
  const top = y + height + EDGE > innerHeight ? Math.max(EDGE, innerHeight - height - EDGE) : y
  menu.style.setProperty('--menu-x', `${left}px`)
  menu.style.setProperty('--menu-y', `${top}px`)
}

/** Arrows walk through a menu and around its ends, Home and End go there, letters to what begins with them, Tab leaves. */
export function menuStep(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu__item')]
  const at = items.findIndex((item) => item === document.activeElement)
  const labels = items.map((item) => item.textContent.trim())
  const to = menuTarget(event, labels, at)
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  else if (to === undefined) return
  // The page's own shortcuts rest while a menu is open.
  event.stopPropagation()
  if (to === 'stay') return
  event.preventDefault()
  if (to !== undefined) items[(to + items.length) % items.length]?.focus()
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The line that a key leads to, perhaps beyond the ends. A letter that no line begins with stays in the menu, too; undefined: the key is not for it. */
export function menuTarget(pressed: Pressed, labels: readonly string[], at: number): number | 'stay' | undefined {
  const { key } = pressed
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  if (key === 'End') return labels.length - 1
  if (key.length !== 1 || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  const after = labels.findIndex((label, index) => index > at && beginsWith(label, key))
  const found = after === -1 ? labels.findIndex((label) => beginsWith(label, key)) : after
  return found === -1 ? 'stay' : found
}

function beginsWith(label: string, letter: string): boolean {
  return label.toLowerCase().startsWith(letter.toLowerCase())
}
