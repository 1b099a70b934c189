import type { Mentioned, RoomCommand } from '@natter/core'
import type {
  DurableEvent,
  DurableEventType,
  InboxEvent,
  ReadMark,
  Refusal,
  Room,
  RoomId,
  SettingsWritten,
  UserId,
} from '@natter/protocol'
import type { Encoded } from './encoded.ts'

/** A command that writes one room's log, as one transaction. */
export interface RoomWrite {
  room: RoomId
  actor: UserId
  command: RoomCommand
  at: number
}

/** One row of a room's log as it goes out to readers: encoded once, with what fan-out needs beside it. */
export interface StoredEvent {
  room: RoomId
  seq: number
  ref: string
  type: DurableEventType
  at: number
  json: Encoded<DurableEvent>
  /** Head of `n` after this event. */
  n: number
  /** The message that an edit, deletion, reaction or pin is about. */
  subject?: number
  /** Whom a posted message mentions. */
  mentions?: Mentioned[]
  /** Whom a `member.joined` or `member.left` is about. */
  user?: UserId
  /** The author, of a posted message. */
  by?: UserId
}

/** One row of a user's own log. */
export interface StoredInboxEvent {
  user: UserId
  seq: number
  ref: string
  type: InboxEvent['type']
  json: Encoded<InboxEvent>
  /** The room it is about. */
  room?: RoomId
  /** Where the mark stands, of `inbox.readMoved`. */
  read?: ReadMark
}

/** The first answer to a cid: one of these a message posted, otherwise one a command. */
export interface WrittenPlace {
  seq: number
  ref: string
  at: number
  /** Head of messages; of a posted message its own. */
  n: number
  duplicate: boolean
}

export interface Appended {
  places: WrittenPlace[]
  /** What is new in the room's log, in order; empty for a duplicate or where there was nothing to do. */
  events: StoredEvent[]
  /** What is new in users' own logs. */
  inbox: StoredInboxEvent[]
  /** The room after it, for `room.create`, `room.update` and `dm.open`. */
  room?: Room
}

export interface MarkRead {
  user: UserId
  room: RoomId
  seq: number
  /** May move the mark back. */
  force: boolean
  at: number
}

export interface MarkedRead {
  mark: ReadMark
  /** Messages after the mark that mention the user. */
  mentions: number
  /** Where the delivery mark stands; never behind a read mark that moved forward. */
  deliveredSeq: number
  moved: boolean
  inbox: StoredInboxEvent[]
}

/** A change of somebody's own settings, as one transaction. */
export interface SettingsWrite {
  user: UserId
  cid: string
  /** `null` removes one. */
  change: Readonly<Record<string, unknown>>
  at: number
}

export interface SettingsMoved {
  place: SettingsWritten
  inbox: StoredInboxEvent[]
}

/** What moves the logs. */
export interface LogStore {
  /**
   * Runs a command in one transaction: look for the cid (its first answer comes back; with another body `cid_conflict`),
   * read the facts, let the core rule decide, number the drafts, store rows and projections.
   * Calls for one room are answered in the order of their seqs, and in the order of the calls.
   */
  append(write: RoomWrite): Promise<Appended | Refusal>
  /** Moves a read mark to `seq`, or to the head if that is less: forward only, unless forced. `inbox` when it moved. */
  markRead(write: MarkRead): Promise<MarkedRead | Refusal>
  /** Moves delivery marks forward; rooms the user is not in are passed over. Returns the rooms that moved with both marks. */
  markDelivered(
    user: UserId,
    marks: ReadonlyMap<RoomId, number>,
  ): Promise<{ room: RoomId; readSeq: number; deliveredSeq: number }[]>
  /**
   * Looks for the cid in the user's own log (its first answer comes back; with another change `cid_conflict`), lets the
   * rule decide, and keeps the settings; `inbox` where something has changed. A cid counts as long as its row is kept.
   */
  setSettings(write: SettingsWrite): Promise<SettingsMoved | Refusal>
}
