import { z } from 'zod'
import { catchUpOrRefusal, userCatchUp } from '../catch-up.ts'
import { cursorOrFresh, device, roomId, timeAt } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { line } from '../line.ts'
import { announcement } from '../objects/announcement.ts'
import { user } from '../objects/user.ts'
import { atMost } from '../at-most.ts'
import { command } from './command.ts'

/** The first frame. `token` is absent where a cookie, header or ticket has signed the socket in. */
export const hello = command('hello', {
  version: z.int(),
  token: z.string().min(1).max(512).optional(),
  /** A device, as it names itself for good: of the characters of a cid. */
  device: device.optional(),
  /** Name and version of the client: one line, at most 100 characters. */
  client: line(BOUNDS.clientMax).optional(),
  user: cursorOrFresh.optional(),
  rooms: atMost(BOUNDS.helloRooms, z.record(roomId, cursorOrFresh)).optional(),
})
export type Hello = z.infer<typeof hello>

/** One room of the sidebar: room, head seq, head n, my read n, mentions of me after it, seq of the last `room.updated`. */
export const digestEntry = z.tuple([roomId, z.int(), z.int(), z.int(), z.int(), z.int()])
export type DigestEntry = z.infer<typeof digestEntry>

export const helloReply = z.object({
  connection: z.string(),
  /** Renewed when the store is restored: all cursors are void. */
  epoch: z.string(),
  nowAt: timeAt,
  /** When the token ends; `session.renew` before. */
  expiresAt: timeAt,
  pingEveryMs: z.int(),
  limits: z.record(z.string(), z.number()),
  self: user,
  user: userCatchUp,
  rooms: z.record(roomId, catchUpOrRefusal),
  digest: z.array(digestEntry),
  announcements: z.array(announcement),
})
export type HelloReply = z.infer<typeof helloReply>
