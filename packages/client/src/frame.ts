import type { WireError } from '@natter/protocol'
import { amount, count, isRecord, isWireError, listOf, roomId, shape, text } from './shapes.ts'
import type { RoomId } from '@natter/protocol'

/** Longer frames are not read: a reply to `hello` with everything it may hold stays far below. */
const FRAME_CHARACTERS_MAX = 16 * 1024 * 1024

/** A server's event before anybody has looked at more than its type. */
export type RawEvent = Record<string, unknown> & { type: string }

/** One inbound frame, told apart by its key. */
export type Frame =
  | { kind: 'ping' | 'pong' }
  | { kind: 'drain'; reconnectInMs: number }
  | { kind: 'lag'; rooms: RoomId[] }
  | { kind: 'reply'; re: number; ok: unknown }
  | { kind: 'refusal'; re: number; error: WireError }
  | { kind: 'event'; event: RawEvent }
  /** Something a newer server may say. */
  | { kind: 'unknown' }

/** Reads a frame; undefined when it is not one. */
export function readFrame(json: string | undefined): Frame | undefined {
  if (json === undefined || json.length > FRAME_CHARACTERS_MAX) return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  if (Object.hasOwn(value, 'control')) return readControl(value)
  if (Object.hasOwn(value, 're')) return readReply(value)
  if (Object.hasOwn(value, 'type') && text(value['type'])) return { kind: 'event', event: value as RawEvent }
  return undefined
}

const isDrain = shape({ reconnectInMs: amount })
const isLag = shape({ rooms: listOf(roomId) })

function readControl(value: Record<string, unknown>): Frame | undefined {
  switch (value['control']) {
    case 'ping':
    case 'pong':
      return { kind: value['control'] }
    case 'drain':
      return isDrain(value) ? { kind: 'drain', reconnectInMs: value['reconnectInMs'] as number } : undefined
    case 'lag':
      return isLag(value) ? { kind: 'lag', rooms: value['rooms'] as RoomId[] } : undefined
    default:
      return { kind: 'unknown' }
  }
}

function readReply(value: Record<string, unknown>): Frame | undefined {
  const { re } = value
  if (!count(re)) return undefined
  if (Object.hasOwn(value, 'ok')) return { kind: 'reply', re: re as number, ok: value['ok'] }
  const error = Object.hasOwn(value, 'error') ? value['error'] : undefined
  return isWireError(error) ? { kind: 'refusal', re: re as number, error } : undefined
}
