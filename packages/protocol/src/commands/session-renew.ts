import { z } from 'zod'
import { timeAt } from '../id-schemas.ts'
import { command } from './command.ts'

/** Puts a fresh token of the same user in the place of the one that is about to end. */
export const sessionRenew = command('session.renew', { token: z.string().min(1).max(512) })
export const sessionRenewReply = z.object({ expiresAt: timeAt })
