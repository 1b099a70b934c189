import { command, nothing } from './command.ts'

/** Leave in peace: the server closes with 1000. */
export const bye = command('bye', {})
export const byeReply = nothing
