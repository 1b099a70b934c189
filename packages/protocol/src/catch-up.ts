import { z } from 'zod'
import { durableEvent, inboxEvent } from './events/index.ts'
import { cursor } from './id-schemas.ts'
import { member } from './objects/member.ts'
import { message } from './objects/message.ts'
import { room } from './objects/room.ts'
import { wireError } from './reply.ts'

const delta = z.object({ mode: z.literal('delta'), upTo: cursor, events: z.array(durableEvent) })
const reset = z.object({
  mode: z.literal('reset'),
  upTo: cursor,
  room,
  /** My own membership: role and marks. */
  member,
  /** The newest messages, oldest first. */
  messages: z.array(message),
  /** The seqs `[from, to]` of older history that were left out, both inclusive; absent when nothing was. */
  hole: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
})

/** What a reader of a room has missed: everything after the cursor, or a new start. Never a silent part. */
export const catchUp = z.discriminatedUnion('mode', [delta, reset])
export type CatchUp = z.infer<typeof catchUp>
export type CatchUpDelta = z.infer<typeof delta>
export type CatchUpReset = z.infer<typeof reset>

/** In replies with several rooms each has its own answer. */
export const catchUpOrRefusal = z.union([catchUp, z.object({ error: wireError })])
export type CatchUpOrRefusal = z.infer<typeof catchUpOrRefusal>

/** What a user's own log has for them: rooms gained and lost, marks moved on other devices. */
export const userCatchUp = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('delta'), upTo: cursor, events: z.array(inboxEvent) }),
  z.object({
    mode: z.literal('reset'),
    upTo: cursor,
    rooms: z.array(z.object({ room, member })),
    /** All of one's settings. */
    settings: z.record(z.string(), z.unknown()),
  }),
])
export type UserCatchUp = z.infer<typeof userCatchUp>
