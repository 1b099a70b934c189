/** Arrows walk along the rooms of the list, Home and End go to its ends; the row's own menu key opens its menu. */
export function walkRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.classList.contains('room-row')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.room-row')]
  const to = targetOf(event.key, rows.indexOf(target), rows.length)
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
