const INSIDE_KEY = 'natter:inside'

/** The browser's storage; undefined where it is switched off, for then even asking for it throws. */
export function storageOf(ask: () => Storage): Storage | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** Whether this browser is signed in, as far as the page knows. Without storage: perhaps, so ask the server. */
export function signedInMemory(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined): {
  get(): boolean
  set(isInside: boolean): void
} {
  return {
    get: () => storage === undefined || storage.getItem(INSIDE_KEY) !== null,
    set: (isInside) => {
      try {
        if (isInside) storage?.setItem(INSIDE_KEY, '1')
        else storage?.removeItem(INSIDE_KEY)
      } catch {
        // Full: the next visit starts at the sign-in page.
      }
    },
  }
}
