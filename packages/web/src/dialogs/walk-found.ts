/** Arrows walk from the field over what it has found, and back. */
export function walkFound(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .found__one')]
  const at = stops.findIndex((stop) => stop === event.target)
  const stop = at === -1 ? undefined : stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!stop) return
  event.preventDefault()
  stop.focus()
}
