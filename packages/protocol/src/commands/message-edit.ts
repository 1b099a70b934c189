import { z } from 'zod'
import { cid, roomId, seq } from '../id-schemas.ts'
import { command, written } from './command.ts'

/** Gives one's own message another text. */
export const messageEdit = command('message.edit', { room: roomId, seq, cid, text: z.string() })
export const messageEditReply = written
