import { isMentioned } from '@natter/core'
import type { UserId } from '@natter/protocol'
import type { RoomState } from './world.ts'

/** How many messages after `seq` mention the user, by name or with everybody. */
export function countMentions({ log }: RoomState, user: UserId, seq: number): number {
  return log.slice(seq).filter(({ event: { by }, mentions }) => isMentioned(user, { mentions, by })).length
}
