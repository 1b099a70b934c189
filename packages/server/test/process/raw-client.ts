import { once } from 'node:events'
import { WebSocket } from 'ws'
import type {
  CommandOf,
  CommandType,
  Cursor,
  DurableEvent,
  HelloReply,
  ReplyOf,
  RoomId,
  WireError,
} from '@natter/protocol'

/** A reply that is a refusal, or a connection that ended before the reply. */
export class NoAnswer extends Error {
  readonly code: WireError['code'] | 'closed'

  constructor(code: WireError['code'] | 'closed', message: string) {
    super(message)
    this.code = code
  }
}

export interface RawClient {
  hello: HelloReply
  /** Resolves with `ok`, rejects with `NoAnswer`. */
  request: <T extends CommandType>(type: T, fields: Omit<CommandOf<T>, 'id' | 'type'>) => Promise<ReplyOf<T>>
  /** Resolves when the connection has ended, whatever ended it. */
  closed: Promise<void>
  close: () => Promise<void>
}

export interface RawOptions {
  url: string
  token: string
  /** Rooms to open at level full, with the cursors held. */
  rooms?: Record<RoomId, Cursor | null>
  /** The reply to `hello`, before anything that comes after it. */
  greeted?: (hello: HelloReply) => void
  /** Every durable event of a room, in the order it arrives. */
  heard?: (event: DurableEvent) => void
}

const HELLO_ID = 1

type Frame =
  | { re: number; ok: unknown }
  | { re: number | null; error: WireError }
  | { type: string }
  | { control: string }

/** A client of bare frames: nothing is repaired, retried or put in order, so a test sees what the server sent. */
export async function connectRaw({ url, token, rooms, greeted, heard }: RawOptions): Promise<RawClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/ws`, 'natter.v1')
  const waiting = new Map<number, { resolve: (ok: unknown) => void; reject: (error: NoAnswer) => void }>()
  let lastId = 0

  const settle = (frame: Extract<Frame, { re: number | null }>): void => {
    const asked = waiting.get(frame.re ?? -1)
    waiting.delete(frame.re ?? -1)
    if ('ok' in frame && frame.re === HELLO_ID) greeted?.(frame.ok as HelloReply)
    if ('ok' in frame) asked?.resolve(frame.ok)
    else asked?.reject(new NoAnswer(frame.error.code, frame.error.message))
  }
  const leave = (): void => {
    socket.removeAllListeners('message')
    socket.close(1000)
  }
  // One WebSocket message is one frame, delivered in order and one by one.
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame
    if ('re' in frame) settle(frame)
    else if ('control' in frame) {
      if (frame.control === 'ping') socket.send('{"control":"pong"}')
      // The server says itself that something is missing from here on: whoever goes on comes back with the cursors held.
      else if (frame.control === 'lag') leave()
    } else if ('ref' in frame && !frame.type.startsWith('inbox.')) heard?.(frame as unknown as DurableEvent)
  })
  // Not `once`: that rejects when the connection is refused, and nobody would hear of it.
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      for (const { reject } of waiting.values()) reject(new NoAnswer('closed', 'The connection ended.'))
      waiting.clear()
      resolve()
    })
  })
  await once(socket, 'open')
  // A killed server resets its connections: `closed` tells of it.
  socket.on('error', () => undefined)

  const request: RawClient['request'] = (type, fields) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new NoAnswer('closed', 'The connection has ended.'))
      const id = ++lastId
      waiting.set(id, { resolve: resolve as (ok: unknown) => void, reject })
      socket.send(JSON.stringify({ id, type, ...fields }))
    })
  const hello = await request('hello', {
    version: 1,
    token,
    client: 'test/1',
    ...(rooms === undefined ? {} : { rooms }),
  })
  return {
    hello,
    request,
    closed,
    close: async () => {
      socket.close(1000)
      await closed
    },
  }
}
