/** Handles nobody gets. */
const RESERVED: ReadonlySet<string> = new Set([
  // A mention of these means everybody, now or in a later version.
  'all',
  'here',
  'everyone',
  'channel',
  'room',
  // The API's word for oneself.
  'me',
  // These speak for the place itself.
  'natter',
  'system',
])

export function isReservedHandle(handle: string): boolean {
  return RESERVED.has(handle)
}
