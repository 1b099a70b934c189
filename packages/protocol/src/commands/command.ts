import { z } from 'zod'

/** A command object: `id` pairs it with its reply, unknown fields are refused. */
export function command<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({ id: z.int().min(0), type: z.literal(type), ...fields })
}

/** The reply to a durable command: committed and fsynced. `duplicate`: this `cid` was written before, this is its first answer. */
export const written = z.object({ seq: z.int().min(1), ref: z.string(), at: z.int(), duplicate: z.boolean() })
export type Written = z.infer<typeof written>

/** A reply without content. */
export const nothing = z.object({})
