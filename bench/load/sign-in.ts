import type { Cursor, HelloReply, RoomId } from '@natter/protocol'
import { RawClient } from './raw-client.ts'
import type { Seeded } from './seed.ts'

const SOCKET_PATH = '/v1/ws'

/** Where to come in, as whom, and which rooms to open from which cursor. */
export interface Entry {
  port: number
  person: Seeded
  rooms: Readonly<Record<RoomId, Cursor | null>>
  /** Where the person's own log was read to. */
  user?: Cursor
  /** See `RawClient.open`. */
  buffer?: Buffer
}

/** A socket that has said hello; `reply` is parsed when it is asked for. */
export interface Entered {
  client: RawClient
  reply: () => HelloReply
}

/** Connects and says hello. Rejects when the server says anything but welcome. */
export async function signIn({ port, person, rooms, user, buffer }: Entry): Promise<Entered> {
  const client = await RawClient.open({ port, path: SOCKET_PATH, ...(buffer === undefined ? {} : { buffer }) })
  const text = await new Promise<string>((resolve, reject) => {
    client.onText((frame) => resolve(frame.toString()))
    client.onClose(() => reject(new Error('The server hung up at hello.')))
    client.sendText(
      JSON.stringify({ id: 1, type: 'hello', version: 1, token: person.token, client: 'bench', rooms, user }),
    )
  })
  client.onText(() => {})
  client.onClose(() => {})
  if (!text.startsWith('{"re":1,"ok"')) {
    client.close()
    throw new Error(`hello was refused: ${text.slice(0, 300)}`)
  }
  return { client, reply: () => (JSON.parse(text) as { ok: HelloReply }).ok }
}

/** Every one of these rooms from the start. */
export function afresh(rooms: readonly RoomId[]): Record<RoomId, null> {
  return Object.fromEntries(rooms.map((room) => [room, null]))
}
