import { COMMANDS } from './commands/index.ts'
import type { Command, CommandType } from './commands/index.ts'
import { decodeJson } from './decode-json.ts'
import type { Json, JsonBounds } from './decode-json.ts'
import { refuse } from './errors.ts'
import type { Refusal } from './errors.ts'

/** What one inbound text holds: a command, an answer to a ping, or a refusal with the `id` to answer to, if it could be read. */
export type ParsedFrame = { command: Command } | { control: 'ping' | 'pong' } | (Refusal & { id: number | null })

/** Reads one inbound WebSocket text. */
export function parseFrame(text: string, bounds: JsonBounds): ParsedFrame {
  const decoded = decodeJson(text, bounds)
  if ('refused' in decoded) return { ...decoded, id: null }
  const { value } = decoded
  if (isObject(value) && (value['control'] === 'pong' || value['control'] === 'ping')) return { control: value['control'] }
  return parseCommand(value)
}

/** Checks a decoded value against the schema that its `type` names. */
export function parseCommand(value: Json): { command: Command } | (Refusal & { id: number | null }) {
  if (!isObject(value)) return { ...refuse('bad_request', 'A command is a JSON object with "id" and "type".'), id: null }
  const id = typeof value['id'] === 'number' && Number.isSafeInteger(value['id']) ? value['id'] : null
  const type = value['type']
  if (typeof type !== 'string') return { ...refuse('bad_request', 'A command has a "type".', { field: 'type' }), id }
  if (!isCommandType(type)) return { ...refuse('bad_request', `There is no command ${JSON.stringify(type.slice(0, 40))}.`, { field: 'type' }), id }
  const parsed = COMMANDS[type].schema.safeParse(value)
  if (parsed.success) return { command: parsed.data as Command }
  return { ...refusedInput(parsed.error.issues), id }
}

/** Turns a schema's complaints into `bad_request` about the first one; shared by every road in. */
export function refusedInput(issues: readonly { path: PropertyKey[]; message: string; code?: string }[]): Refusal {
  const first = issues[0]
  const field = first?.path.map(String).join('.') ?? ''
  const message = first === undefined ? 'The input is not valid.' : `${field === '' ? 'The input' : `"${field}"`}: ${first.message}.`
  return refuse('bad_request', message, field === '' ? {} : { field })
}

function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(COMMANDS, type)
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
