import { z } from 'zod'
import { cursor, roomId, seqOrZero, timeAt, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { line } from '../line.ts'

/** public: anybody on the server may find and join. private: by invitation. direct: two people (or oneself). group: three to ten people. */
export const roomKind = z.enum(['public', 'private', 'direct', 'group'])
export type RoomKind = z.infer<typeof roomKind>

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 characters of a-z, 0-9 and "-", not beginning with "-"')
/** What a room is about: one line, which may be empty. */
export const topic = line(BOUNDS.topicMax)

export const room = z.object({
  id: roomId,
  kind: roomKind,
  name: z.string().optional(),
  topic: z.string().optional(),
  slug: z.string().optional(),
  createdAt: timeAt,
  createdBy: userId,
  archivedAt: timeAt.optional(),
  head: cursor,
  /** How many messages were ever posted: the head of `n`. */
  n: z.int().min(0),
  /** How many members. */
  members: z.int().min(0),
  /** The `seq` of the last `room.updated`, to tell whether a copy is stale. */
  updatedSeq: seqOrZero,
  /** Everybody in it, for `direct` and `group`, whose people never change. */
  people: z.array(userId).optional(),
})
export type Room = z.infer<typeof room>
