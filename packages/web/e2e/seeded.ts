import type { RoomId } from '@natter/protocol'
import { isRefusal, LIMITS } from '@natter/protocol'
import type { UserId } from '@natter/protocol'
import { openSqliteStore } from '../../server/src/adapters/sqlite/sqlite-store.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
/** Asked of the store at a time. */
const AT_ONCE = 500

interface Said {
  text: string
  at: number
}

/** Puts messages straight into the store of a server that rests: ten thousand in seconds. */
export async function seedMessages(folder: string, room: RoomId, by: UserId, said: readonly Said[]): Promise<void> {
  const store = await openSqliteStore({ folder, limits: LIMITS, log: silent })
  try {
    for (let from = 0; from < said.length; from += AT_ONCE) {
      await Promise.all(
        said.slice(from, from + AT_ONCE).map(async ({ text, at }, index) => {
          const cid = `seed-${from + index}`
          const command = { type: 'message.send' as const, room, cid, text }
          const made = await store.append({ room, actor: by, at, command })
          if (isRefusal(made)) throw new Error(made.refused.message)
        }),
      )
    }
  } finally {
    await store.close()
  }
}
