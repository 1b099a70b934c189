import type { Refusal, RoomId, UserId } from '@natter/protocol'

/** What people may do how often, counted on this node. */
export interface Rates {
  /** A refusal, or undefined and the messages are counted. */
  refusedSend(user: UserId, room: RoomId, count: number): Refusal | undefined
  refusedJoin(user: UserId): Refusal | undefined
  refusedTyping(user: UserId, room: RoomId): Refusal | undefined
}
