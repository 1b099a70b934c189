import type { UserId } from '@natter/protocol'

/** One client that is connected, as an admin sees it. */
export interface LiveConnection {
  id: string
  user: UserId
  handle: string
  address: string
  client: string
  device: string
  /** Milliseconds since the epoch. */
  since: number
  transport: 'websocket' | 'stream' | 'poll'
  /** Rooms followed, at any level. */
  rooms: number
  /** What the socket has not taken yet. */
  queuedBytes: number
}

/** The sockets of this node: what admin routes may ask of the gateway. */
export interface LiveConnections {
  list(): LiveConnection[]
  /** Closes one (4001, the client comes back); false if it is not there. */
  close(id: string): boolean
}
