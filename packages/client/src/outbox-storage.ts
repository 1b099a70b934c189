import type { Cid, RoomId, UserId, WireError } from '@natter/protocol'

/** One message that has been written and not been acknowledged. Plain data, fit for IndexedDB or JSON. */
export interface OutboxEntry {
  readonly cid: Cid
  readonly room: RoomId
  readonly text: string
  readonly replyTo?: number | undefined
  /** When it was written, by this device's clock. */
  readonly at: number
  /** Rising in the order of writing. */
  readonly order: number
  /** Whose message it is; absent before the first sign-in, and then never stored. */
  readonly by?: UserId | undefined
  /** Why the server refused it for good. */
  readonly error?: WireError | undefined
}

/**
 * Where unacknowledged messages survive a reload. Calls do not wait for each other, and must take effect in their order, as
 * IndexedDB does; one that fails costs that survival and nothing else.
 */
export interface OutboxStorage {
  load(): Promise<OutboxEntry[]>
  /** Puts an entry in, or in the place of the one with the same `cid`. */
  save(entry: OutboxEntry): Promise<void>
  remove(cid: Cid): Promise<void>
  /**
   * Called once, before `load` is answered. Gives `take`, later and any number of times, what else turns up: entries of a tab
   * that has ended. They are sent from here; those that are here already are passed over.
   */
  found?(take: (entries: OutboxEntry[]) => void): void
}

/** Nothing survives: for where there is nothing to keep it in. */
export function memoryStorage(): OutboxStorage {
  const nothing = async (): Promise<void> => undefined
  return { load: async () => [], save: nothing, remove: nothing }
}
