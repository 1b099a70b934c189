import { isRefusal } from '@natter/protocol'
import type { Cursor, RoomId } from '@natter/protocol'
import { ANSWER_BYTES_MAX, tooMuchAtOnce } from '../commands/answer.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { openRoom } from './open-room.ts'
import type { CatchUpSink } from './open-room.ts'

/** Rooms that are read at once: together they are one errand to the store, and not many more bytes than can be answered. */
const AT_ONCE = 5

/** Opens the rooms of a `hello`; returns them as JSON by id, each with its catch-up or its error. */
export async function openRooms(
  gateway: Gateway,
  connection: Connection,
  rooms: Record<string, Cursor | null>,
): Promise<string> {
  const places = Object.entries(rooms) as [RoomId, Cursor | null][]
  const parts: string[] = []
  let bytesLeft = ANSWER_BYTES_MAX

  async function open([room, cursor]: [RoomId, Cursor | null]): Promise<string> {
    let catchUp = ''
    const sink: CatchUpSink = {
      fits: (bytes) => bytes <= bytesLeft,
      take(json) {
        bytesLeft -= Buffer.byteLength(json)
        catchUp = json
      },
    }
    const refused = bytesLeft > 0 ? await openRoom(gateway, connection, { room, cursor }, sink) : tooMuchAtOnce()
    return `"${room}":${isRefusal(refused) ? JSON.stringify({ error: refused.refused }) : catchUp}`
  }

  for (let at = 0; at < places.length && !connection.isClosed; at += AT_ONCE)
    parts.push(...(await Promise.all(places.slice(at, at + AT_ONCE).map(open))))
  return `{${parts.join(',')}}`
}
