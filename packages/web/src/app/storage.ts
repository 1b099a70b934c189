import { isUserId } from '@natter/protocol'
import type { UserId } from '@natter/protocol'

const INSIDE_KEY = 'natter:inside'

/** The browser's storage; undefined where it is switched off, for then even asking for it throws. */
export function storageOf(ask: () => Storage): Storage | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** Who is inside, as far as this browser knows. `account` is missing where that is not known: ask the server. */
export type Insider = { account?: UserId } | undefined

export interface SignedInMemory {
  get(): Insider
  set(account: UserId | undefined): void
  /** Calls with who is inside by now when another tab has changed that. */
  listen(hear: (insider: Insider) => void): void
}

/** What this browser keeps of who is inside. Without storage: perhaps somebody. */
export function signedInMemory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
  tabs: Pick<Window, 'addEventListener'>,
): SignedInMemory {
  return {
    get: () => (storage === undefined ? {} : insiderOf(storage.getItem(INSIDE_KEY))),
    set: (account) => {
      try {
        if (account === undefined) storage?.removeItem(INSIDE_KEY)
        else storage?.setItem(INSIDE_KEY, account)
      } catch {
        // Full: the next visit starts at the sign-in page.
      }
    },
    listen: (hear) =>
      tabs.addEventListener('storage', ({ key, newValue }) => {
        if (key === INSIDE_KEY) hear(insiderOf(newValue))
      }),
  }
}

function insiderOf(kept: string | null): Insider {
  if (kept === null) return undefined
  // Pages of before say only that somebody is.
  return isUserId(kept) ? { account: kept } : {}
}
