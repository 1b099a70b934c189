import type { OutboxEntry, OutboxStorage } from '@natter/client'
import type { VirtualTime } from './virtual-time.ts'

const WRITE_MS = 3

/** What a device keeps over the end of a page. What a page asked for just before its end may not have been written. */
export class SimStorage {
  readonly entries = new Map<string, OutboxEntry>()
  readonly #time: VirtualTime

  constructor(time: VirtualTime) {
    this.#time = time
  }

  /** For one page. */
  endOf(page: { readonly isAlive: boolean }, isRead: boolean): OutboxStorage {
    const later = async (task: () => void): Promise<void> => {
      await this.#time.wait(WRITE_MS)
      if (page.isAlive) task()
    }
    return {
      load: async () => {
        await this.#time.wait(WRITE_MS)
        return isRead ? [...this.entries.values()] : []
      },
      save: (entry) => later(() => this.entries.set(entry.cid, entry)),
      remove: (cid) => later(() => this.entries.delete(cid)),
    }
  }
}
