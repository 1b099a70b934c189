import type { Cid } from '@natter/protocol'
import { decideClaim } from '../src/offline/outbox-rows.ts'
import type { OutboxRow, OutboxRows } from '../src/offline/outbox-rows.ts'

/** The shared outbox of one browser, in memory, with what stands in it. */
export function fakeRows(first: readonly OutboxRow[] = []): OutboxRows & { stored(): OutboxRow[] } {
  const rows = new Map<Cid, OutboxRow>(first.map((row) => [row.entry.cid, row]))
  return {
    stored: () => [...rows.values()],
    all: async () => [...rows.values()],
    put: async (row) => void rows.set(row.entry.cid, row),
    remove: async (cid) => void rows.delete(cid),
    claim: async (claim) => {
      const claimed = decideClaim([...rows.values()], claim)
      for (const row of claimed) rows.set(row.entry.cid, row)
      return claimed.map(({ entry }) => entry)
    },
    clear: async (account) => {
      for (const { entry } of rows.values()) if (entry.by === account) rows.delete(entry.cid)
    },
  }
}

/** Storage that is switched off. */
export function noRows(): OutboxRows {
  const refuse = (): Promise<never> => Promise.reject(new Error('There is no storage.'))
  return { all: refuse, put: refuse, remove: refuse, claim: refuse, clear: refuse }
}
