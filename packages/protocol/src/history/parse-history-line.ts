import { z } from 'zod'
import { roomId, userId } from '../id-schemas.ts'
import type { LogLine, RowLine } from './history-lines.ts'
import type { HistoryRecord } from './record.ts'

/** What a line of a history file holds. `passedOver`: a line of another kind. */
export type HistoryLine =
  | { record: HistoryRecord }
  | { log: LogLine }
  | { row: RowLine }
  | 'passedOver'
  | { broken: string }

const seq = z.int().min(0)
const place = z.int().min(1)
const text = z.string().min(1)
const line = { t: z.number(), proc: text, user: userId, room: roomId }
const received = { seq: place, ref: z.string(), hash: z.string() }
const write = { ...line, op: z.enum(['send', 'write']), cid: text }
const resume = { ...line, op: z.literal('resume'), conn: text, id: text }
const history = { ...line, op: z.literal('history'), id: text }

const invoke = z.literal('invoke')
const ok = z.literal('ok')

/** By `op` and `phase`. The cids of people outside may look as they like. */
const SCHEMAS = new Map<string, z.ZodType>([
  ...['send', 'write'].flatMap((op): [string, z.ZodType][] => [
    [`${op} invoke`, z.object({ ...write, phase: invoke })],
    [`${op} ok`, z.object({ ...write, phase: ok, seq, n: seq.optional() })],
    [`${op} fail`, z.object({ ...write, phase: z.literal('fail') })],
    [`${op} info`, z.object({ ...write, phase: z.literal('info') })],
  ]),
  ['recv ok', z.object({ ...line, ...received, op: z.literal('recv'), phase: ok, conn: text })],
  ['lag ok', z.object({ ...line, op: z.literal('lag'), phase: ok, conn: text })],
  ['resume invoke', z.object({ ...resume, phase: invoke, from: z.tuple([seq, z.string()]).nullable() })],
  [
    'resume ok',
    z.object({
      ...resume,
      phase: ok,
      mode: z.enum(['delta', 'reset']),
      seq,
      ref: z.string(),
      rows: z.array(z.object(received)),
    }),
  ],
  ['resume fail', z.object({ ...resume, phase: z.literal('fail') })],
  ['history invoke', z.object({ ...history, phase: invoke })],
  ['history ok', z.object({ ...history, phase: ok, seq })],
  ['mark ok', z.object({ ...line, op: z.literal('mark'), phase: ok, seq, n: seq })],
  ['force invoke', z.object({ ...line, op: z.literal('force'), phase: invoke })],
  ['head ok', z.object({ ...line, op: z.literal('head'), phase: ok, seq })],
  [
    'state ok',
    z.object({
      ...line,
      op: z.literal('state'),
      phase: ok,
      hash: z.string().optional(),
      unread: seq.optional(),
      mark: seq.optional(),
    }),
  ],
])
const OPS = new Set([...SCHEMAS.keys()].map((key) => key.split(' ')[0]))

const logLine = z.object({
  op: z.literal('log'),
  room: roomId,
  restores: z.array(z.object({ t: z.number(), seq })).optional(),
  stateHash: z.string().optional(),
})
const rowLine = z.object({
  op: z.literal('row'),
  room: roomId,
  ...received,
  type: z.string().regex(/^(message|reaction|member|room)\.\w+$/),
  by: userId,
  n: seq,
  cid: text.optional(),
  subject: place.optional(),
  member: userId.optional(),
})

/** Reads one line of a history that anybody may have written. Never throws. */
export function parseHistoryLine(json: string): HistoryLine {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { broken: 'this is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { broken: 'this is no object' }
  const { op, phase } = value as { op?: unknown; phase?: unknown }
  // The casts: here lines get the types that their schemas have checked.
  if (op === 'log') return checked(logLine, value, (log) => ({ log: log as LogLine }))
  if (op === 'row') return checked(rowLine, value, (row) => ({ row: row as RowLine }))
  if (typeof op !== 'string' || !OPS.has(op)) return 'passedOver'
  const schema = SCHEMAS.get(`${op} ${String(phase)}`)
  if (schema === undefined) return { broken: `"${op}" has no phase ${JSON.stringify(phase)?.slice(0, 40)}` }
  return checked(schema, value, (record) => ({ record: record as HistoryRecord }))
}

function checked(schema: z.ZodType, value: object, found: (value: unknown) => HistoryLine): HistoryLine {
  const read = schema.safeParse(value)
  if (read.success) return found(read.data)
  const [issue] = read.error.issues
  const field = issue?.path.join('.') ?? ''
  return { broken: field === '' ? (issue?.message ?? 'this is no line of a history') : `"${field}": ${issue?.message}` }
}
