import { z } from 'zod'
import { cid, userId } from '../id-schemas.ts'
import { BOUNDS } from '../limits.ts'
import { room } from '../objects/room.ts'
import { command, written } from './command.ts'

/** The room of exactly these people and oneself, made if it is not there: two who open it at once meet in one. An empty list is the room with oneself. */
export const dmOpen = command('dm.open', { users: z.array(userId).max(BOUNDS.directPeople - 1), cid })
export const dmOpenReply = written.extend({ room })
