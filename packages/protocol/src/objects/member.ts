import { z } from 'zod'
import { seqOrZero, timeAt, userId } from '../id-schemas.ts'

export const memberRole = z.enum(['owner', 'moderator', 'member'])
export type MemberRole = z.infer<typeof memberRole>

export const member = z.object({
  user: userId,
  role: memberRole,
  joinedAt: timeAt,
  readSeq: seqOrZero.optional(),
  deliveredSeq: seqOrZero.optional(),
})
export type Member = z.infer<typeof member>
