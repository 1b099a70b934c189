import type { BOUNDS, ReadMark, RoomId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import type { Inside } from './inside.ts'
import { markOf } from './room-entry.ts'
import type { RoomInside } from './room.ts'

/** Marks go out at most this often, the newest of each room. */
const MARKS_EVERY_MS = 1_000
/** Delivery marks in one command. */
const DELIVERED_MAX: (typeof BOUNDS)['syncRooms'] = 50

/** Tells the server what was read and what has arrived: the newest of each room, once a second at most. */
export interface Marks {
  /** Everything up to `mark` was seen. Only forwards. */
  read(room: RoomInside, mark: ReadMark): void
  /** Moves the mark to `seq` wherever it is now. */
  force(room: RoomInside, seq: number): Promise<void>
  /** Messages up to `seq` have reached this device. */
  delivered(room: RoomId, seq: number): void
  /** Tells what there is to tell, now or when the second is over. */
  connected(): void
}

export function createMarks({ environment, requests, run }: Inside): Marks {
  const read = new Set<RoomInside>()
  const delivered = new Map<RoomId, number>()
  const pause = createAlarm(environment, flush)

  function flush(): void {
    if (pause.isSet || !requests.isLive || read.size + delivered.size === 0) return
    pause.set(MARKS_EVERY_MS)
    for (const room of read) sendRead(room)
    // A lost one does no harm: the next one says more.
    if (delivered.size > 0) requests.send('delivered', { marks: Object.fromEntries(delivered) })
    delivered.clear()
  }

  function sendRead(room: RoomInside): void {
    const { hoped } = room.entry
    if (!hoped) return
    requests.send('read', { room: room.id, seq: hoped.seq }, ({ ok, error }) => {
      // Otherwise it goes out again with the next ones.
      if (error?.retryAfterMs !== undefined) return flush()
      const { hoped: now, mark } = room.entry
      // Gone: the user's own log has said so before, and may have said more since.
      if (now && ok && ok.seq > mark.seq) room.marked(ok)
      // Another: a message of one's own has moved it on meanwhile.
      if (now && now !== hoped) return
      read.delete(room)
      room.put({ hoped: undefined })
    })
  }

  return {
    read(room, mark) {
      if (mark.seq <= markOf(room.entry).seq) return
      room.put({ hoped: mark })
      read.add(room)
      flush()
    },
    async force(room, seq) {
      read.delete(room)
      room.put({ hoped: undefined })
      room.marked(await run('read', { room: room.id, seq, force: true }))
    },
    delivered(room, seq) {
      if (delivered.size < DELIVERED_MAX) delivered.set(room, seq)
      flush()
    },
    connected: flush,
  }
}
