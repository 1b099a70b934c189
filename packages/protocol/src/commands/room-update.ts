import { z } from 'zod'
import { cid, roomId } from '../id-schemas.ts'
import { room, topic } from '../objects/room.ts'
import { displayName } from '../objects/user.ts'
import { command, written } from './command.ts'

/** Renames, retitles, archives or revives a room; its owner and moderators may. */
export const roomUpdate = command('room.update', {
  room: roomId,
  cid,
  /** One line, at most 50 characters. */
  name: displayName.optional(),
  /** One line, at most 250 characters; empty: none. */
  topic: topic.optional(),
  archived: z.boolean().optional(),
})
export const roomUpdateReply = written.extend({ room })
