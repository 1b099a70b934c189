import type { Database } from './database.ts'
import { decideClaim } from './outbox-rows.ts'
import type { OutboxRows } from './outbox-rows.ts'

/** The shared outbox in IndexedDB. Everything rejects where the database did not open. */
export function storedOutbox(database: Promise<Database>): OutboxRows {
  return {
    all: async () => (await database).getAll('outbox'),
    put: async (row) => {
      const { store, commit } = change(await database)
      await Promise.all([store.put(row), commit()])
    },
    remove: async (cid) => {
      const { store, commit } = change(await database)
      await Promise.all([store.delete(cid), commit()])
    },
    claim: async (claim) => {
      const { store, commit } = change(await database)
      const claimed = decideClaim(await store.getAll(), claim)
      await Promise.all([...claimed.map((row) => store.put(row)), commit()])
      return claimed.map(({ entry }) => entry)
    },
    clear: async (account) => {
      const { store, commit } = change(await database)
      const gone = (await store.getAll()).filter(({ entry }) => entry.by === account)
      await Promise.all([...gone.map(({ entry }) => store.delete(entry.cid)), commit()])
    },
  }
}

function change(db: Database) {
  const transaction = db.transaction('outbox', 'readwrite')
  return {
    store: transaction.store,
    // At once, not after the last answer: what is committed survives the end of the page that wrote it.
    commit: () => {
      transaction.commit()
      return transaction.done
    },
  }
}
