import { z } from 'zod'
import { atMost } from '../at-most.ts'
import { catchUpOrRefusal, userCatchUp } from '../catch-up.ts'
import { cursorOrFresh, roomId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { command } from './command.ts'

/** Catch-ups without changing levels: for holes that a client noticed, in rooms and in its own user log. */
export const sync = command('sync', {
  rooms: atMost(BOUNDS.syncRooms, z.record(roomId, cursorOrFresh)).optional(),
  user: cursorOrFresh.optional(),
})
export const syncReply = z.object({ rooms: z.record(roomId, catchUpOrRefusal), user: userCatchUp.optional() })
export type SyncReply = z.infer<typeof syncReply>
