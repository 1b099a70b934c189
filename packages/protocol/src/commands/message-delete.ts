import { cid, roomId, seq } from '../id-schemas.ts'
import { command, written } from './command.ts'

/** Clears the text of one's own message, or as a moderator anybody's; the numbers stay. */
export const messageDelete = command('message.delete', { room: roomId, seq, cid })
export const messageDeleteReply = written
