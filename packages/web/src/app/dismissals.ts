import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** The announcements somebody has read and put away; kept on this device for each account. */
export interface Dismissals {
  readonly ids: ReadonlySignal<readonly string[]>
  /** Puts one away. Of the others only those of `standing` are remembered: what has run out never comes back. */
  add(id: string, standing: readonly string[]): void
}

/** Without storage, or with a full one, for this visit. */
export function createDismissals(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined, user: string): Dismissals {
  const key = `natter:dismissed:${user}`
  const ids = signal(readIds(storage?.getItem(key) ?? null))
  return {
    ids,
    add: (id, standing) => {
      ids.value = [...ids.value.filter((each) => each !== id && standing.includes(each)), id]
      try {
        storage?.setItem(key, JSON.stringify(ids.value))
      } catch {
        // Full: it holds for this visit.
      }
    },
  }
}

/** What storage holds may have been written by another version, or by hand. */
function readIds(text: string | null): readonly string[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
