import { control, durableEvent, ephemeralEvent, inboxEvent, reply } from '@natter/protocol/schemas'
import { OPCODE } from '../../packages/server/test/bad-input/client-frame.ts'
import type { ServerFrame } from '../../packages/server/test/bad-input/server-frames.ts'

const CONTROL_BYTES_MAX = 125
const INTERNAL = 4000
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What is wrong with a frame of the server by RFC 6455 and by the contract; undefined: nothing. */
export function troubleInFrame({ opcode, isPlain, payload }: ServerFrame): string | undefined {
  if (!isPlain) return `A frame of opcode ${opcode} was in parts, masked or had reserved bits.`
  if (opcode === OPCODE.text) return troubleInText(payload)
  if (payload.length > CONTROL_BYTES_MAX) return `A control frame had ${payload.length} bytes.`
  if (opcode === OPCODE.close) return troubleInGoodbye(payload)
  return opcode === OPCODE.ping || opcode === OPCODE.pong ? undefined : `There was a frame of opcode ${opcode}.`
}

/** The answer in a frame, if it is one. */
export function replyIn({ opcode, payload }: ServerFrame): { re: number; ok?: Record<string, unknown> } | undefined {
  if (opcode !== OPCODE.text) return undefined
  const frame = parsed(payload)
  if (frame === undefined || typeof frame['re'] !== 'number') return undefined
  const { re, ok } = frame
  return { re, ...(typeof ok === 'object' && ok !== null ? { ok: ok as Record<string, unknown> } : {}) }
}

function troubleInText(payload: Uint8Array): string | undefined {
  const frame = parsed(payload)
  if (frame === undefined) return `A text was no JSON object: ${Buffer.from(payload).toString('latin1').slice(0, 200)}`
  const kind = 're' in frame ? reply : 'control' in frame ? control : eventOf(frame)
  const read = kind.safeParse(frame)
  if (!read.success)
    return `A frame was not as the contract has it (${read.error.issues[0]?.path.join('.')}): ${JSON.stringify(frame).slice(0, 300)}`
  const { error } = frame as { error?: { code: string } }
  return error?.code === 'internal' ? `An answer was "internal": ${JSON.stringify(frame)}` : undefined
}

function eventOf(frame: Record<string, unknown>): typeof durableEvent | typeof inboxEvent | typeof ephemeralEvent {
  if (!('ref' in frame)) return ephemeralEvent
  return String(frame['type']).startsWith('inbox.') ? inboxEvent : durableEvent
}

function parsed(payload: Uint8Array): Record<string, unknown> | undefined {
  try {
    const frame: unknown = JSON.parse(utf8.decode(payload))
    return typeof frame === 'object' && frame !== null ? (frame as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function troubleInGoodbye(payload: Buffer): string | undefined {
  if (payload.length === 0) return undefined
  if (payload.length === 1) return 'A goodbye had one byte.'
  const code = payload.readUInt16BE(0)
  const isKnown = (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code < 5000)
  if (!isKnown) return `A goodbye had the code ${code}.`
  if (code === INTERNAL) return `A goodbye said internal: ${payload.subarray(2).toString()}`
  try {
    utf8.decode(payload.subarray(2))
    return undefined
  } catch {
    return 'The reason of a goodbye was no UTF-8.'
  }
}
