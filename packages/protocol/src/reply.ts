import { z } from 'zod'
import { ERRORS } from './errors.ts'
import type { ErrorCode } from './errors.ts'

const codes = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

export const wireError = z.object({
  code: z.enum(codes),
  message: z.string(),
  retryAfterMs: z.number().optional(),
  field: z.string().optional(),
  errorId: z.string().optional(),
})

/** The answer to one command. `re` is null where the command's `id` could not be read. */
export const reply = z.union([
  z.object({ re: z.int(), ok: z.unknown() }),
  z.object({ re: z.int().nullable(), error: wireError }),
])
export type Reply<Ok = unknown> = { re: number; ok: Ok } | { re: number | null; error: z.infer<typeof wireError> }
