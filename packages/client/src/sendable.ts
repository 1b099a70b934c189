import { utf8Length } from '@natter/protocol'
import { NatterError } from './errors.ts'

/** Why a command cannot go out: too long for a frame, or text that no server takes. It would not even get an answer. */
export function findUnsendable(json: string, fields: unknown, frameBytesMax: number): NatterError | undefined {
  if (json.length * 3 > frameBytesMax && utf8Length(json) > frameBytesMax) {
    return new NatterError('too_large', `This takes ${utf8Length(json)} bytes; at most ${frameBytesMax} are allowed.`)
  }
  return isClean(fields) ? undefined : new NatterError('bad_request', 'The text holds a character that cannot be sent.')
}

function isClean(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]) => isClean(key) && isClean(each))
}
