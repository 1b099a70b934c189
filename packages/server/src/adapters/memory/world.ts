import type { Membership, Mentioned, Settings } from '@natter/core'
import type {
  Announcement,
  DurableEvent,
  Message,
  ReadMark,
  Room,
  RoomId,
  SessionId,
  User,
  UserId,
} from '@natter/protocol'
import type { Invite, NewSession, TokenHash } from '../../ports/account-store.ts'

/** Everything the memory store holds. */
export interface World {
  accounts: Map<UserId, Account>
  rooms: Map<RoomId, RoomState>
  inboxes: Map<UserId, Inbox>
  settings: Map<UserId, Settings>
  sessions: Map<SessionId, SessionState>
  tickets: Map<TokenHash, { session: SessionId; expiresAt: number }>
  invites: Map<TokenHash, Invite>
  announcements: Announcement[]
  placeName: string | undefined
  /** A fresh `ref`. */
  nextRef(): string
}

export interface Account {
  user: User
  passwordHash: string
  createdAt: number
  disabledAt: number | undefined
}

export interface RoomState {
  /** As readers see it, with its head. */
  room: Room
  log: LogRow[]
  messages: Map<number, Message>
  members: Map<UserId, MemberState>
  /** Rows by actor and cid. */
  written: Map<string, LogRow>
  /** Time of the last message, or of the making. */
  movedAt: number
}

export interface LogRow {
  event: DurableEvent
  /** Head of messages after this row. */
  n: number
  mentions: Mentioned[]
  /** What the cid was written with; undefined once it was cleared. */
  body: string | undefined
}

export interface MemberState extends Membership {
  joinedSeq: number
  deliveredSeq: number
}

export interface Inbox {
  /** The newest rows, by rising seq. */
  rows: InboxRow[]
  seq: number
  ref: string
}

export interface InboxRow {
  seq: number
  ref: string
  at: number
  entry: InboxEntry
}

export type InboxEntry =
  | { type: 'inbox.roomAdded' | 'inbox.roomRemoved'; room: RoomId }
  | { type: 'inbox.readMoved'; room: RoomId; mark: ReadMark }
  | { type: 'inbox.settingsChanged'; keys: string[]; cid: string; body: string }

export interface SessionState extends NewSession {
  parentHash: TokenHash | undefined
  rotatedAt: number | undefined
  spent: TokenHash[]
}

/** The account, unless it is switched off. */
export function activeAccount(world: World, user: UserId): Account | undefined {
  const account = world.accounts.get(user)
  return account?.disabledAt === undefined ? account : undefined
}

/** Under which key of `RoomState.written` a row stands. */
export function writtenKey(actor: UserId, cid: string): string {
  return `${actor} ${cid}`
}

/** Of somebody who has set nothing: none. */
export function settingsOf({ settings }: World, user: UserId): Settings {
  return settings.get(user) ?? new Map<string, string>()
}
