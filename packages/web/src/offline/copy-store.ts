import type { RoomId } from '@natter/protocol'
import { roomsToForget } from './copy.ts'
import type { Copy, RememberedHead, RememberedTimeline } from './copy.ts'
import type { Database } from './database.ts'

/** Where the copy outlives the page. Everything rejects where there is no database; that costs the copy and nothing else. */
export interface CopyStore {
  load(): Promise<Copy | undefined>
  /** `isMine`: rooms one is in; all others are forgotten with this. */
  save(head: RememberedHead, timelines: readonly RememberedTimeline[], isMine: (room: RoomId) => boolean): Promise<void>
  clear(): Promise<void>
}

const HEAD_KEY = 'head'

export function storedCopy(database: Promise<Database>): CopyStore {
  return {
    load: async () => {
      const transaction = (await database).transaction(['head', 'timelines'])
      const [head, timelines] = await Promise.all([
        transaction.objectStore('head').get(HEAD_KEY),
        transaction.objectStore('timelines').getAll(),
      ])
      return head && { head, timelines: new Map(timelines.map((each) => [each.room, each])) }
    },
    save: async (head, changed, isMine) => {
      const transaction = (await database).transaction(['head', 'timelines'], 'readwrite')
      const timelines = transaction.objectStore('timelines')
      const gone = roomsToForget([...(await timelines.getAll()).filter(isOther(changed)), ...changed], isMine)
      await Promise.all([
        transaction.objectStore('head').put(head, HEAD_KEY),
        ...changed.map((each) => timelines.put(each)),
        ...gone.map((room) => timelines.delete(room)),
        transaction.done,
      ])
    },
    clear: async () => {
      const transaction = (await database).transaction(['head', 'timelines'], 'readwrite')
      await Promise.all([
        transaction.objectStore('head').clear(),
        transaction.objectStore('timelines').clear(),
        transaction.done,
      ])
    },
  }
}

function isOther(changed: readonly RememberedTimeline[]): (each: RememberedTimeline) => boolean {
  return ({ room }) => changed.every((other) => other.room !== room)
}
