const MENTION = /(?<![\p{L}\p{N}_@.-])@([a-z0-9._-]+)/gu

/** Whether a text names a handle with an @, by the same rule as the server counts it. */
export function handleIsMentioned(text: string, handle: string): boolean {
  return [...text.matchAll(MENTION)].some(([, found = '']) => found.replace(/[._-]+$/, '') === handle)
}
