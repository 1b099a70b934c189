import type { z } from 'zod'

/** The same record schema, refusing more than `max` keys. */
export function atMost<Schema extends z.ZodType<object>>(max: number, schema: Schema): Schema {
  return schema.refine<(value: object) => boolean>(
    (value) => Object.keys(value).length <= max,
    `must have at most ${max} entries`,
  )
}
