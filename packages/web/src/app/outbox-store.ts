import type { OutboxEntry, OutboxStorage } from '@natter/client'

const PREFIX = 'natter:outbox:'

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Messages that wait, kept for one tab: they survive its reload, and no other tab sends them too. */
export interface OutboxStore extends OutboxStorage {
  /** Whether leaving now would lose something. */
  isEmpty(): boolean
}

/** Without storage, or when it is full, messages wait in the SDK's memory alone. */
export function createOutboxStore(storage: TabStorage | undefined): OutboxStore {
  const waiting = new Set<string>()
  return {
    load: async () => {
      const entries = keysOf(storage).flatMap((key) => read(storage?.getItem(key) ?? ''))
      for (const { cid } of entries) waiting.add(cid)
      return entries
    },
    save: async (entry) => {
      waiting.add(entry.cid)
      storage?.setItem(PREFIX + entry.cid, JSON.stringify(entry))
    },
    remove: async (cid) => {
      waiting.delete(cid)
      storage?.removeItem(PREFIX + cid)
    },
    isEmpty: () => waiting.size === 0,
  }
}

function keysOf(storage: TabStorage | undefined): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  return keys.filter((key) => key.startsWith(PREFIX))
}

/** What this page wrote itself; the SDK checks it once more before it is sent. */
function read(text: string): OutboxEntry[] {
  try {
    return [JSON.parse(text) as OutboxEntry]
  } catch {
    return []
  }
}
