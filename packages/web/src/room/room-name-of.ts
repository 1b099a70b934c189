/** What a room is called: without the `#` that stands before it wherever it is shown. */
export function roomNameOf(typed: string): string {
  return typed.replace(/^[#\s]+/, '').trim()
}
