import { z } from 'zod'
import { catchUp, catchUpOrRefusal, userCatchUp } from './catch-up.ts'
import { nothing, written } from './commands/command.ts'
import { digestEntry } from './commands/hello.ts'
import { COMMANDS } from './commands/index.ts'
import { control } from './control.ts'
import { durableEvent, ephemeralEvent, inboxEvent } from './events/index.ts'
import { cid, cursor, roomId, seq, seqOrZero, timeAt, userId } from './id-schemas.ts'
import { announcement } from './objects/announcement.ts'
import { member } from './objects/member.ts'
import { message, reactions } from './objects/message.ts'
import { room } from './objects/room.ts'
import { presenceMap, user } from './objects/user.ts'
import { reply, wireError } from './reply.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** Named once and referred to from wherever they appear, so that a change of one shows as one change. */
const NAMED = {
  announcement,
  catchUp,
  catchUpOrRefusal,
  cid,
  control,
  cursor,
  digestEntry,
  durableEvent,
  ephemeralEvent,
  error: wireError,
  inboxEvent,
  member,
  message,
  nothing,
  presenceMap,
  reactions,
  reply,
  room,
  roomId,
  seq,
  seqOrZero,
  timeAt,
  user,
  userCatchUp,
  userId,
  written,
}

/** The whole contract as one JSON Schema 2020-12: commands, what their `ok` holds, and all else that travels, by name. */
export function describeProtocol(): { version: number; $schema: string; $defs: Record<string, unknown> } {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name })
  for (const [type, { schema, reply: ok }] of Object.entries(COMMANDS)) {
    registry.add(schema, { id: `command:${type}` })
    // Many replies are one of the named schemas, which cannot have a second name.
    registry.add(registry.has(ok) ? ok.clone() : ok, { id: `ok:${type}` })
  }
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/$defs/${id}`, io: 'input' })
  const definitions = Object.entries(schemas).map(
    ([name, { $schema: _, $id: __, ...schema }]) => [name, schema] as const,
  )
  return {
    version: PROTOCOL_VERSION,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: Object.fromEntries(definitions.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** The text of `vectors/schema.json`. */
export function makeSchemaVectors(): string {
  return `${JSON.stringify(describeProtocol(), null, 2)}\n`
}
