import { z } from 'zod'
import { cid } from '../id-schemas.ts'
import { room, slug, topic } from '../objects/room.ts'
import { displayName } from '../objects/user.ts'
import { command, written } from './command.ts'

/** Makes a room; its maker is its first member and owner. The room's id follows from maker and `cid`, so a retry meets the same room. */
export const roomCreate = command('room.create', {
  cid,
  kind: z.enum(['public', 'private']),
  /** One line, at most 50 characters. */
  name: displayName,
  /** One line, at most 250 characters; empty: none. */
  topic: topic.optional(),
  slug: slug.optional(),
})
export const roomCreateReply = written.extend({ room })
export type RoomCreateReply = z.infer<typeof roomCreateReply>
