import { catchUp } from '../catch-up.ts'
import { cursorOrFresh, roomId } from '../id-schemas.ts'
import { command, nothing } from './command.ts'

/** Catches up on a room and follows it at level full from now on. */
export const roomOpen = command('room.open', { room: roomId, cursor: cursorOrFresh.optional() })
export const roomOpenReply = catchUp
/** Back to level digest. */
export const roomClose = command('room.close', { room: roomId })
export const roomCloseReply = nothing
