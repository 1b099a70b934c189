import { z } from 'zod'
import { written } from '../commands/command.ts'
import { dmOpen } from '../commands/dm-open.ts'
import { roomCreate } from '../commands/room-create.ts'
import { roomUpdate } from '../commands/room-update.ts'
import { cid, roomId, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { member } from '../objects/member.ts'
import { room } from '../objects/room.ts'
import { user } from '../objects/user.ts'
import { queryInt, searchText } from './query.ts'

const roomPage = { after: roomId.optional(), limit: queryInt(1, BOUNDS.roomsPage).optional() }

/** `GET /v1/rooms`: one's own rooms, or the public ones whose name or topic holds `q`. By room id. */
export const roomsQuery = z
  .strictObject({ scope: z.enum(['mine', 'public']).optional(), q: searchText.optional(), ...roomPage })
  .refine(({ scope, q }) => q === undefined || scope === 'public', { path: ['q'], error: 'goes with scope=public' })

export const roomsPage = z.object({
  rooms: z.array(room),
  /** One's own membership in each, of one's own rooms. */
  members: z.array(member).optional(),
  more: z.boolean(),
})
export type RoomsPage = z.infer<typeof roomsPage>

/** Where the body has no `cid`, the header `Idempotency-Key` is it; where that is missing too, each request is a new one. */
const optionalCid = { cid: cid.optional() }

/** `POST /v1/rooms` */
export const roomPost = roomCreate.omit({ id: true, type: true }).extend(optionalCid)
/** `PATCH /v1/rooms/:room` */
export const roomPatch = roomUpdate.omit({ id: true, type: true, room: true }).extend(optionalCid)
/** `POST /v1/direct` */
export const directPost = dmOpen.omit({ id: true, type: true }).extend(optionalCid)

export const roomReply = z.object({ room })
/** `GET /v1/rooms/:room`: the room and, where one is in it, one's own membership. */
export const roomWithMember = z.object({ room, member: member.optional() })
export const roomWritten = written.extend({ room })

/** `PUT` of a member: nothing but, at will, the `cid`. */
export const cidBody = z.strictObject(optionalCid)
export const memberReply = z.object({ member, user })
/** `GET /v1/rooms/:room/members`: by user id. */
export const membersQuery = z.strictObject({
  after: userId.optional(),
  limit: queryInt(1, BOUNDS.membersPage).optional(),
})
