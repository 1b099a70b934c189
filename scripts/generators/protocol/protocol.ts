import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BOUNDS, CLOSE, closeAction, ERRORS, LIMITS, PROTOCOL_VERSION } from '@natter/protocol'
import * as schemas from '@natter/protocol/schemas'
import { z } from 'zod'
import { readDocComments } from './doc-comments.ts'
import type { DocComments } from './doc-comments.ts'
import { fieldText, keyOf, schemaText } from './schema-text.ts'
import type { JsonSchema, SchemaNames } from './schema-text.ts'

const OBJECTS = {
  message: schemas.message,
  room: schemas.room,
  member: schemas.member,
  user: schemas.user,
  announcement: schemas.announcement,
}
const ACTIONS = {
  reconnect: 'reconnect with backoff, resume',
  renew: 'renew the session once, reconnect',
  hello: 'say hello again',
  stop: 'stop and say so',
}

type Texts = { docs: DocComments; names: SchemaNames }

/** docs/protocol.md: every command, event, object, error, close code and limit, from the schemas. */
export function makeProtocol(root: string): string {
  const docs = readDocComments(root)
  const names = nameSchemas()
  const texts: Texts = { docs, names }
  const intro = readFileSync(join(root, 'scripts/generators/protocol/intro.md'), 'utf8')
  const parts = [
    intro.replace('{version}', String(PROTOCOL_VERSION)).trim(),
    '## Commands',
    ...Object.entries(schemas.COMMANDS).map(([type, { schema, reply }]) => commandPart(type, schema, reply, texts)),
    '## Durable events',
    "Rows of a room's log. All have `type`, `room`, `seq`, `ref`, `at`, `by` and, where a command of a client caused them, its `cid`.",
    eventTable(schemas.durableEvent, ['type', 'room', 'seq', 'ref', 'at', 'by', 'cid'], texts),
    "## Events of the user's own log",
    'All have `type`, `seq` (of that log), `ref` and `at`.',
    eventTable(schemas.inboxEvent, ['type', 'seq', 'ref', 'at'], texts),
    '## Ephemeral events',
    'Stored nowhere. The latest wins, and a lost one does no harm.',
    eventTable(schemas.ephemeralEvent, ['type'], texts),
    '## Control',
    docs.get('control') ?? '',
    optionList(schemas.control, names),
    '## Catch-up',
    docs.get('catchUp') ?? '',
    optionList(schemas.catchUp, names),
    docs.get('userCatchUp') ?? '',
    optionList(schemas.userCatchUp, names),
    '## Objects',
    ...Object.entries(OBJECTS).map(([name, schema]) => objectPart(name, schema, texts)),
    '## Errors',
    table(['code', 'HTTP status', 'trying again can help'], errorRows()),
    '## Close codes',
    table(
      ['code', 'name', 'the client'],
      Object.entries(CLOSE).map(([name, code]) => [String(code), name, ACTIONS[closeAction(code)]]),
    ),
    '## Limits',
    'Defaults; a server may set others (`docs/configuration.md`) and sends those in force with the reply to `hello`.',
    table(['limit', 'default', ''], numberRows('LIMITS', LIMITS, docs)),
    '## Bounds',
    'Fixed with the version of the protocol.',
    table(['bound', 'value', ''], numberRows('BOUNDS', BOUNDS, docs)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function commandPart(type: string, schema: z.ZodType, reply: z.ZodType, { docs, names }: Texts): string {
  const { properties = {}, required = [] } = jsonOf(schema, 'input')
  const owner = camelCase(type)
  const rows = Object.entries(properties)
    .filter(([name]) => name !== 'id' && name !== 'type')
    .map(([name, each]) => {
      const mark = required.includes(name) ? '' : '?'
      return [`\`${name}${mark}\``, fieldText(name, each, names), docs.get(`${owner}.${name}`) ?? '']
    })
  const answer = `Reply: ${code(schemaText(jsonOf(reply, 'output'), names))}`
  const fields = rows.length === 0 ? 'No fields.' : table(['field', 'type', ''], rows)
  const doc = docs.get(`command ${type}`) ?? ''
  return [`### ${type}`, doc, fields, `${answer}. ${docs.get(`${owner}Reply`) ?? ''}`.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
}

function eventTable(union: z.ZodType, common: string[], { docs, names }: Texts): string {
  const rows = optionsOf(union).map(({ properties = {}, required = [] }) => {
    const type = String(properties.type?.const)
    const own = Object.entries(properties).filter(([name]) => !common.includes(name))
    const fields = own.map(([name, each]) =>
      code(`${name}${required.includes(name) ? '' : '?'}: ${fieldText(name, each, names)}`),
    )
    return [`\`${type}\``, fields.join('<br>'), docs.get(`event ${type}`) ?? '']
  })
  return table(['type', 'fields', ''], rows)
}

function objectPart(name: string, schema: z.ZodType, { docs, names }: Texts): string {
  const { properties = {}, required = [] } = jsonOf(schema, 'output')
  const rows = Object.entries(properties).map(([field, each]) => {
    const mark = required.includes(field) ? '' : '?'
    return [`\`${field}${mark}\``, fieldText(field, each, names), docs.get(`${name}.${field}`) ?? '']
  })
  return [`### ${name}`, docs.get(name) ?? '', table(['field', 'type', ''], rows)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function optionList(union: z.ZodType, names: SchemaNames): string {
  return optionsOf(union)
    .map((option) => `- ${code(schemaText(option, names))}`)
    .join('\n')
}

function errorRows(): string[][] {
  return Object.entries(ERRORS).map(([name, { status, retry }]) => [
    `\`${name}\``,
    String(status),
    retry ? 'yes, after `retryAfterMs`' : 'no',
  ])
}

function numberRows(owner: string, numbers: Record<string, number>, docs: DocComments): string[][] {
  return Object.entries(numbers).map(([name, value]) => [
    `\`${name}\``,
    String(value),
    docs.get(`${owner}.${name}`) ?? '',
  ])
}

function nameSchemas(): SchemaNames {
  const named = {
    'room id': schemas.roomId,
    'user id': schemas.userId,
    'session id': schemas.sessionId,
    cid: schemas.cid,
    cursor: schemas.cursor,
    handle: schemas.handle,
    'display name': schemas.displayName,
    error: schemas.wireError,
    'durable event': schemas.durableEvent,
    'inbox event': schemas.inboxEvent,
    'catch-up': schemas.catchUp,
    'catch-up of the user': schemas.userCatchUp,
    'presence by user id': schemas.presenceMap,
    ...OBJECTS,
  }
  const names: SchemaNames = new Map()
  for (const [name, schema] of Object.entries(named)) {
    for (const io of ['input', 'output'] as const) names.set(keyOf(jsonOf(schema, io)), name)
  }
  return names
}

function optionsOf(union: z.ZodType): JsonSchema[] {
  const { oneOf, anyOf } = jsonOf(union, 'output')
  return oneOf ?? anyOf ?? []
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema
}

function camelCase(wireName: string): string {
  return wireName.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
