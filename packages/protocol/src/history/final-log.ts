import type { DurableEventType } from '../events/durable.ts'
import type { RoomId, UserId } from '../ids.ts'

/** One row of a room's log as it stands at the end. */
export interface FinalRow {
  seq: number
  ref: string
  type: DurableEventType
  by: UserId
  /** Head of messages after it. */
  n: number
  hash: string
  cid?: string
  /** The message that an edit, deletion, reaction or pin is about. */
  subject?: number
  /** Whom a coming or going is about. */
  member?: UserId
}

/** Something that took the log back to an earlier state: a restored backup, or a failover to a copy that lagged. */
export interface LogRestore {
  /** When, on the clock of the history. */
  t: number
  /** The head it went back to. */
  seq: number
}

/** A room's log at the end, read from the store. */
export interface FinalLog {
  room: RoomId
  rows: readonly FinalRow[]
  /** In the order of their times. */
  restores?: readonly LogRestore[]
  /** Hash of the room's state, as in the `state` lines. */
  stateHash?: string
}

/** A final log, made ready to be asked. */
export class IndexedLog {
  readonly room: RoomId
  readonly rows: readonly FinalRow[]
  readonly stateHash: string | undefined
  readonly #restores: readonly LogRestore[]
  /** Messages that were deleted: what was said in the rows about them is cleared. */
  readonly #deleted: ReadonlySet<number>

  constructor({ room, rows, restores = [], stateHash }: FinalLog) {
    this.room = room
    this.rows = rows
    this.stateHash = stateHash
    this.#restores = restores
    this.#deleted = new Set(rows.flatMap(({ type, subject = 0 }) => (type === 'message.deleted' ? [subject] : [])))
  }

  get head(): number {
    return this.rows.length
  }

  row(seq: number): FinalRow | undefined {
    return this.rows[seq - 1]
  }

  /** Up to which seq the log as it was at `t` is the log as it is now. */
  lastingAt(t: number): number {
    return Math.min(Infinity, ...this.#restores.flatMap((restore) => (restore.t >= t ? [restore.seq] : [])))
  }

  /** How many times the log had gone back by then. */
  restoresBefore(t: number): number {
    return this.#restores.filter((restore) => restore.t < t).length
  }

  /** Whether a reader at `t` may have seen another content in this row: before a deletion, or after one that was taken back. */
  mayDiffer({ type, seq, subject }: FinalRow, t: number): boolean {
    if (this.#restores.some((restore) => restore.t >= t)) return true
    if (type === 'message.posted') return this.#deleted.has(seq)
    return subject !== undefined && type !== 'message.deleted' && this.#deleted.has(subject)
  }

  /** Whether a later row up to `upTo` says all that this one says. */
  isSuperseded({ seq, type, subject }: FinalRow, upTo: number): boolean {
    if (subject === undefined) return false
    return this.rows.slice(seq, upTo).some((later) => later.subject === subject && says(later.type, type))
  }
}

function says(later: DurableEventType, earlier: DurableEventType): boolean {
  return (
    later === earlier || later === 'message.deleted' || (later === 'message.edited' && earlier === 'message.edited')
  )
}
