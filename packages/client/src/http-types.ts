import type { Announcement, Room, SessionId, User, UserId, UserRole } from '@natter/protocol'

/** What signing in brings. Browsers also get cookies and can leave the tokens alone. Times are milliseconds since the epoch. */
export interface SignedIn {
  user: User
  accessToken: string
  /** When the access token ends. */
  expiresAt: number
  refreshToken: string
}

/** One signed-in device of one's own. */
export interface SessionInfo {
  id: SessionId
  createdAt: number
  lastSeenAt: number
  device: string
  address: string
  /** The session that asks. */
  current: boolean
}

/** What anybody may know of a server. `empty`: it has no account yet, the first becomes its owner. */
export interface PlaceInfo {
  name: string
  signup: 'open' | 'invite' | 'closed'
  empty: boolean
  version: string
}

/** An open connection, as an admin sees it. */
export interface ConnectionInfo {
  id: string
  user: UserId
  handle: string
  address: string
  client: string
  device: string
  since: number
  transport: string
  rooms: number
  queuedBytes: number
}

/** An account, as an admin sees it. */
export interface AccountInfo {
  user: User
  createdAt: number
  disabledAt?: number
}

/** An invitation to the server. */
export interface InviteInfo {
  code: string
  url: string
  expiresAt: number
  uses: number
}

/**
 * The calls over HTTP. All reject with a `NatterError`: the server's refusal with its `status`, or `network` when there was
 * no answer within 30 s.
 */
export interface NatterHttp {
  /** Makes an account and signs in. `invite` where the server wants one. */
  signUp(input: { handle: string; password: string; name?: string; invite?: string }): Promise<SignedIn>
  signIn(input: { handle: string; password: string }): Promise<SignedIn>
  /** New tokens, for the refresh token or, in browsers, for its cookie. */
  renew(refreshToken?: string): Promise<SignedIn>
  signOut(): Promise<void>
  sessions(): Promise<SessionInfo[]>
  revokeSession(id: SessionId): Promise<void>
  me(): Promise<User>
  updateMe(change: { name?: string; password?: { old: string; new: string } }): Promise<User>
  /** Needs no sign-in. */
  place(): Promise<PlaceInfo>
  /** People whose handle or name begins with `query`; the next page after the last user of this one. */
  findUsers(query: string, after?: UserId): Promise<{ users: User[]; more: boolean }>
  publicRooms(query?: string): Promise<{ rooms: Room[]; more: boolean }>
  createInvite(input?: { uses?: number; expiresInMs?: number }): Promise<InviteInfo>
  /** Tells everybody, for `forMs`. Owner and admins. */
  announce(text: string, forMs?: number): Promise<Announcement>
  /** Open connections. Owner and admins. */
  connections(): Promise<ConnectionInfo[]>
  /** Closes one; its client comes back. Owner and admins. */
  closeConnection(id: string): Promise<void>
  /** Every account. Owner and admins. */
  users(after?: UserId): Promise<{ users: AccountInfo[]; more: boolean }>
  setUser(id: UserId, change: { role?: UserRole; disabled?: boolean }): Promise<User>
}
