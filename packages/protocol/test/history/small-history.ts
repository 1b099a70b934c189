import { checkHistory } from '../../src/history/index.ts'
import type { FinalLog, FinalRow, HistoryRecord, HistoryRule } from '../../src/history/index.ts'
import type { RoomId, UserId } from '../../src/index.ts'

export const DEN: RoomId = 'rm_den0'
export const ADA: UserId = 'us_ada0'
export const KIM: UserId = 'us_kim0'

/** A room that ada made and let kim into: rows 1 to 3. */
export const BEGINNING: readonly FinalRow[] = [
  { seq: 1, ref: 'a1', type: 'room.updated', by: ADA, n: 0, hash: 'h1', cid: 'made' },
  { seq: 2, ref: 'a2', type: 'member.joined', by: ADA, n: 0, hash: 'h2', member: ADA },
  { seq: 3, ref: 'a3', type: 'member.joined', by: ADA, n: 0, hash: 'h3', member: KIM, cid: 'let in' },
]

/** Rows after those, numbered, each with its own ref and hash unless it says otherwise. */
export function logOf(rows: Partial<FinalRow>[], more: Omit<FinalLog, 'room' | 'rows'> = {}): FinalLog {
  let n = 0
  const numbered = rows.map((row, index): FinalRow => {
    const seq = BEGINNING.length + index + 1
    const type = row.type ?? 'message.posted'
    if (type === 'message.posted') n++
    return { seq, ref: `a${seq}`, type, by: ADA, n, hash: `h${seq}`, ...row }
  })
  return { room: DEN, rows: [...BEGINNING, ...numbered], ...more }
}

/** What is left out of a line here: its room, and mostly whose it is. */
type Short<R> = R extends HistoryRecord
  ? Omit<R, 'room' | 't' | 'proc' | 'user'> & Partial<Pick<R, 't' | 'proc' | 'user'>>
  : never
export type Line = Short<HistoryRecord>

const FOUNDING: Line[] = [
  { op: 'write', phase: 'invoke', cid: 'made' },
  { op: 'write', phase: 'invoke', cid: 'let in' },
]

/** The rules that a history breaks, each once, in the order in which it does. */
export function broken(lines: Line[], log: FinalLog): HistoryRule[] {
  const { violations } = checkHistory(recordsOf(lines), [log])
  return [...new Set(violations.map(({ rule }) => rule))]
}

/** Whole lines, with the founding of the room before them. */
export function recordsOf(lines: Line[]): HistoryRecord[] {
  return [...FOUNDING, ...lines].map((line, index) => {
    const user = line.user ?? ADA
    return { t: index, proc: `${user} 1`, ...line, user, room: DEN }
  })
}

/** A message from its writing to its answer. */
export function sent(cid: string, seq: number, n: number, proc?: string): Line[] {
  const whose = proc === undefined ? {} : { proc }
  return [
    { ...whose, op: 'send', phase: 'invoke', cid },
    { ...whose, op: 'send', phase: 'ok', cid, seq, n },
  ]
}

/** A catch-up of kim's, over connection `k1` unless it says otherwise. */
export function resumed(
  from: number | null,
  answer: { mode: 'delta' | 'reset'; seq: number; rows?: number[] },
  { conn = 'k1', ref = `a${from}` }: { conn?: string; ref?: string } = {},
): Line[] {
  const id = `${conn} ${from} ${answer.seq}`
  const rows = (answer.rows ?? []).map((seq) => ({ seq, ref: `a${seq}`, hash: `h${seq}` }))
  const base = { user: KIM, op: 'resume', conn, id } as const
  return [
    { ...base, phase: 'invoke', from: from === null ? null : [from, ref] },
    { ...base, ...answer, phase: 'ok', ref: `a${answer.seq}`, rows },
  ]
}

/** A row that came to kim by itself. */
export function received(
  seq: number,
  more: Partial<{ ref: string; hash: string; conn: string; t: number }> = {},
): Line {
  return { user: KIM, op: 'recv', phase: 'ok', conn: 'k1', seq, ref: `a${seq}`, hash: `h${seq}`, ...more }
}
