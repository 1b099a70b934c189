import { refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import { refusedInput } from '@natter/protocol/schemas'
import type { z } from 'zod'

/** Far more than any route has. */
const PARAMETERS_MAX = 16

/** Reads a query string against a schema. A route without one takes no parameters. */
export function readQuery(query: URLSearchParams, schema: z.ZodType | undefined): { query: unknown } | Refusal {
  if (query.size > PARAMETERS_MAX) return refuse('bad_request', `The query has more than ${PARAMETERS_MAX} parameters.`)
  const given = new Map<string, string>()
  for (const [name, value] of query) {
    if (given.has(name)) return refuse('bad_request', `"${name}" stands twice in the query.`, { field: name })
    if (value.includes('\0')) return refuse('bad_request', `"${name}" holds a NUL character.`, { field: name })
    given.set(name, value)
  }
  if (schema === undefined) {
    const [first] = given.keys()
    return first === undefined
      ? { query: undefined }
      : refuse('bad_request', `This takes no parameter "${first.slice(0, 40)}".`, { field: first.slice(0, 40) })
  }
  const parsed = schema.safeParse(Object.fromEntries(given))
  return parsed.success ? { query: parsed.data } : refusedInput(parsed.error.issues)
}
