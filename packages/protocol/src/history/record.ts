import type { RoomId, UserId } from '../ids.ts'

/** What every line of a history says. Lines stand in the order in which they happened. */
interface Line {
  /** Milliseconds on one clock that never goes back and is the same for all lines. */
  t: number
  /** Who recorded it: one client, over all its connections. */
  proc: string
  user: UserId
  room: RoomId
}

/** Something was asked for. `id` pairs it with its end; `cid` does for writes. */
interface Asked extends Line {
  phase: 'invoke'
}

/**
 * A durable write. `send` is a message, of which order is promised; `write` is any other. A retry is not a new `invoke`.
 * `fail`: refused for good. `info`: given up, the outcome is unknown. Several `ok` are answers to several tries.
 */
export type WriteLine =
  | (Asked & { op: 'send' | 'write'; cid: string })
  | (Line & { op: 'send' | 'write'; cid: string; phase: 'ok'; seq: number; n?: number })
  | (Line & { op: 'send' | 'write'; cid: string; phase: 'fail' | 'info' })

/** One row of a room's log as it reached a client. `hash`: of all its content. */
export interface ReceivedRow {
  seq: number
  ref: string
  hash: string
}

/** A row that came by itself over connection `conn`. */
export type RecvLine = Line & ReceivedRow & { op: 'recv'; phase: 'ok'; conn: string }

/** The server has said over `conn` that it left out rows of this room: what comes next may leave a hole before it. */
export type LagLine = Line & { op: 'lag'; phase: 'ok'; conn: string }

/** A catch-up over `conn`: of a `hello`, of opening a room, or of repairing a gap. */
export type ResumeLine =
  | (Asked & { op: 'resume'; conn: string; id: string; from: [seq: number, ref: string] | null })
  | (Line & {
      op: 'resume'
      conn: string
      id: string
      phase: 'ok'
      mode: 'delta' | 'reset'
      seq: number
      ref: string
      rows: ReceivedRow[]
    })
  | (Line & { op: 'resume'; conn: string; id: string; phase: 'fail' })

/** A page of history; `seq` is the newest in it, 0 when it is empty. */
export type HistoryLine =
  | (Asked & { op: 'history'; id: string })
  | (Line & { op: 'history'; id: string; phase: 'ok'; seq: number })

/** The user's read mark as the user's own log tells it. */
export type MarkLine = Line & { op: 'mark'; phase: 'ok'; seq: number; n: number }

/** The user has asked for a mark that may go back. */
export type ForceLine = Asked & { op: 'force' }

/** Something without a number that says how far a room is: the digest of a room that is not open. */
export type HeadLine = Line & { op: 'head'; phase: 'ok'; seq: number }

/** How a client sees a room once all is quiet: a hash of its state, its count of unread messages and its read mark. */
export type StateLine = Line & { op: 'state'; phase: 'ok'; hash?: string; unread?: number; mark?: number }

/** One line of a history, as JSON. Lines of other kinds are passed over. */
export type HistoryRecord =
  | WriteLine
  | RecvLine
  | LagLine
  | ResumeLine
  | HistoryLine
  | MarkLine
  | ForceLine
  | HeadLine
  | StateLine
