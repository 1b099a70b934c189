import { z } from 'zod'
import { roomId, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { member } from '../objects/member.ts'
import { room } from '../objects/room.ts'
import { user } from '../objects/user.ts'
import { command } from './command.ts'

/** Members of a room by user id, with their users, paged by `after`. */
export const members = command('members', {
  room: roomId,
  after: userId.optional(),
  limit: z.int().min(1).max(BOUNDS.membersPage).optional(),
})
export const membersReply = z.object({ members: z.array(member), users: z.array(user), more: z.boolean() })
export type MembersReply = z.infer<typeof membersReply>

/** Users by id; unknown ones are left out. */
export const users = command('users', { users: z.array(userId).max(BOUNDS.usersPage) })
export const usersReply = z.object({ users: z.array(user) })

/** Rooms one may see by id; others are left out. */
export const rooms = command('rooms', { rooms: z.array(roomId).max(BOUNDS.roomsPage) })
export const roomsReply = z.object({ rooms: z.array(room) })
