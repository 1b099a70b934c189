import { z } from 'zod'
import { roomId, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { presenceMap, presenceStatus } from '../objects/user.ts'
import { command, nothing } from './command.ts'

/** Shows or hides "is typing" to those who have the room open; ends by itself after 6 s. */
export const typing = command('typing', { room: roomId, on: z.boolean() })
export const typingReply = nothing

/** How one wishes to be seen; `offline` is invisible. */
export const presenceSet = command('presence.set', { status: presenceStatus })
export const presenceSetReply = nothing

/** Replaces the list of people whose presence this connection hears of. */
export const presenceWatch = command('presence.watch', { users: z.array(userId).max(BOUNDS.watchedUsers) })
export const presenceWatchReply = z.object({ presence: presenceMap })

/** Whether somebody is at the keyboard. Idle: shown as away, no typing, no presence. */
export const activity = command('activity', { state: z.enum(['active', 'idle']) })
export const activityReply = nothing
