import type { Connection } from './connection.ts'
import type { RoomFeed } from './room-feed.ts'

/**
 * One connection following one room. `full`: on screen, gets every event. `digest`: gets a coalesced "has moved".
 * `after`: events up to this seq have reached the client by a catch-up.
 */
export interface Subscription {
  readonly connection: Connection
  readonly feed: RoomFeed
  level: 'full' | 'digest'
  after: number
}
