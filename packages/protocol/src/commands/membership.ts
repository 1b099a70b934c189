import { cid, roomId, userId } from '../id-schemas.ts'
import { command, written } from './command.ts'

/** Enters a public room. */
export const roomJoin = command('room.join', { room: roomId, cid })
export const roomJoinReply = written
export const roomLeave = command('room.leave', { room: roomId, cid })
export const roomLeaveReply = written
/** Brings somebody in. */
export const roomInvite = command('room.invite', { room: roomId, user: userId, cid })
export const roomInviteReply = written
/** Puts somebody out; owners and moderators may. */
export const roomRemove = command('room.remove', { room: roomId, user: userId, cid })
export const roomRemoveReply = written
