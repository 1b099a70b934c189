import { COMMANDS } from './commands/index.ts'
import type { Command, CommandType } from './commands/index.ts'
import { decodeJson } from './decode-json.ts'
import type { Json, JsonBounds } from './decode-json.ts'
import { refuse } from './errors.ts'
import type { Refusal } from './errors.ts'
import { refusedInput } from './refused-input.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** What one inbound text holds: a command, an answer to a ping, or a refusal with the `id` to answer to, if it could be read. */
export type ParsedFrame = { command: Command } | { control: 'ping' | 'pong' } | (Refusal & { id: number | null })

/** Reads one inbound WebSocket text. Never throws. */
export function parseFrame(text: string, bounds: JsonBounds): ParsedFrame {
  const decoded = decodeJson(text, bounds)
  if ('refused' in decoded) return { ...decoded, id: idInRefused(text) }
  const { value } = decoded
  const control = isObject(value) && Object.keys(value).length === 1 ? value['control'] : undefined
  return control === 'ping' || control === 'pong' ? { control } : parseCommand(value)
}

/** Checks a decoded value against the schema that its `type` names. */
export function parseCommand(value: Json): { command: Command } | (Refusal & { id: number | null }) {
  if (!isObject(value))
    return { ...refuse('bad_request', 'A command is a JSON object with "id" and "type".'), id: null }
  const id = idOf(value)
  const { type } = value
  if (typeof type !== 'string') return { ...refuse('bad_request', 'A command has a "type".', { field: 'type' }), id }
  if (!isCommandType(type))
    return { ...refuse('bad_request', `There is no command ${quoted(type)}.`, { field: 'type' }), id }
  const parsed = COMMANDS[type].schema.safeParse(type === 'hello' ? sharedPartOfHello(value) : value)
  return parsed.success ? { command: parsed.data } : { ...refusedInput(parsed.error.issues), id }
}

/** A `hello` of another version may hold what this one does not know; what all versions share is enough to answer it. */
function sharedPartOfHello(value: JsonObject): JsonObject {
  const { id, version } = value
  if (typeof version !== 'number' || version === PROTOCOL_VERSION) return value
  return { ...(id === undefined ? {} : { id }), type: 'hello', version }
}

/** The id of a text that is JSON but was refused, so that its sender need not wait for an answer in vain. */
function idInRefused(text: string): number | null {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? idOf(value) : null
  } catch {
    return null
  }
}

function idOf({ id }: JsonObject): number | null {
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null
}

function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(COMMANDS, type)
}

const QUOTED_LENGTH_MAX = 40

function quoted(type: string): string {
  return JSON.stringify(type.length <= QUOTED_LENGTH_MAX ? type : `${type.slice(0, QUOTED_LENGTH_MAX)}…`.toWellFormed())
}

type JsonObject = { [key: string]: Json }

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
