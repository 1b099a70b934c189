/** The row of a message that an event is about. */
export function rowAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('.message') ?? undefined) : undefined
}
