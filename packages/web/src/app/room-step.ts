type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** Alt+Up and Alt+Down step through the rooms; with Shift, through those with something new. */
export function roomStep(event: Key): { step: 1 | -1; onlyUnread: boolean } | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'ArrowUp') return { step: -1, onlyUnread: event.shiftKey }
  return event.key === 'ArrowDown' ? { step: 1, onlyUnread: event.shiftKey } : undefined
}
