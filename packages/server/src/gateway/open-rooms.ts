import { isRefusal } from '@natter/protocol'
import type { Cursor, RoomId } from '@natter/protocol'
import { ANSWER_BYTES_MAX, tooMuchAtOnce } from '../commands/answer.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { openRoom } from './open-room.ts'
import type { CatchUpSink } from './open-room.ts'

/** Opens the rooms of a `hello`; returns them as JSON by id, each with its catch-up or its error. */
export async function openRooms(
  gateway: Gateway,
  connection: Connection,
  rooms: Record<string, Cursor | null>,
): Promise<string> {
  const parts: string[] = []
  let bytesLeft = ANSWER_BYTES_MAX
  let catchUp = ''
  const sink: CatchUpSink = {
    fits: (bytes) => bytes <= bytesLeft,
    take(json) {
      bytesLeft -= Buffer.byteLength(json)
      catchUp = json
    },
  }
  // One after the other, so that no more is read than can be answered.
  for (const [room, cursor] of Object.entries(rooms) as [RoomId, Cursor | null][]) {
    if (connection.isClosed) break
    const refused = bytesLeft > 0 ? await openRoom(gateway, connection, { room, cursor }, sink) : tooMuchAtOnce()
    parts.push(`"${room}":${isRefusal(refused) ? JSON.stringify({ error: refused.refused }) : catchUp}`)
  }
  return `{${parts.join(',')}}`
}
