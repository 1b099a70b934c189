import type { Room, RoomId, UserId } from '@natter/protocol'
import type { Connection } from './connection.ts'
import type { RoomFeed } from './room-feed.ts'

/** One connection following one room. `full`: on screen, gets every event. `digest`: gets a coalesced "has moved". */
export interface Subscription {
  readonly connection: Connection
  readonly feed: RoomFeed
  level: 'full' | 'digest'
  /** Events up to this seq have reached the client in other ways, and its user was a member there. */
  after: number
  /** Where its user is known to be a member as well, should the feed come to a removal before that; or 0. */
  returnedAt: number
  /** The last event that the client has written here and was told of: it must not be shown a log without it. */
  wroteSeq: number
  /** What the next digest adds to the head: of a client that was idle or behind when the last one was due. */
  owed: OwedDigest | undefined
  /** Marks that have moved while the client was behind: the latest of each member. */
  owedMarks: OwedMarks | undefined
}

/** How far members have read, and what has reached them. */
export type OwedMarks = Map<UserId, readonly [readSeq: number, deliveredSeq: number]>

export interface OwedDigest {
  mentions: number
  details: Room | undefined
  /** The messages after this count are all the reader's own. */
  ownAfterN?: number | undefined
}

/** A `room.open` that waits for the store. */
export interface Opening {
  readonly room: RoomId
  /** The client has closed the room again meanwhile. */
  isCancelled: boolean
}
