import type { Announcement, Refusal, SessionId, User, UserId, UserRole } from '@natter/protocol'

/** Hashes of tokens and codes: SHA-256, base64url. The tokens themselves are never stored. */
export type TokenHash = string

export interface NewAccount {
  id: UserId
  handle: string
  name: string
  /** Encoded argon2id hash. */
  passwordHash: string
  at: number
  /** What the account comes by: the first account needs none; `open` none; otherwise the hash of an invite. */
  signup: 'open' | 'invite' | 'closed'
  invite: TokenHash | undefined
}

export interface Session {
  id: SessionId
  user: UserId
  createdAt: number
  lastSeenAt: number
  /** When the access token ends. */
  expiresAt: number
  device: string
  address: string
}

export interface NewSession extends Session {
  accessHash: TokenHash
  refreshHash: TokenHash
  /** The absolute end of the family of refresh tokens. */
  endsAt: number
}

export interface Rotation {
  presented: TokenHash
  nextAccess: TokenHash
  nextRefresh: TokenHash
  now: number
  expiresAt: number
  /** How long the parent of the present token may still be presented (a lost answer): then nothing changes but the access token. */
  graceMs: number
}

export type Rotated =
  | { outcome: 'rotated' | 'repeated'; session: Session; user: User }
  | { outcome: 'reused'; session: SessionId; user: UserId }
  | { outcome: 'unknown' }

export interface Invite {
  codeHash: TokenHash
  by: UserId
  createdAt: number
  expiresAt: number
  uses: number
}

/** People, their sessions and what lets them in. All `now` and `at` in ms since the epoch. */
export interface AccountStore {
  /** The very first account becomes the owner, exactly one. Refuses `conflict` (handle taken), `forbidden` (closed, no or used-up invite). */
  createAccount(account: NewAccount): Promise<User | Refusal>
  /** Whether there is no account yet. */
  isEmpty(): Promise<boolean>
  /** For sign-in. `disabledAt` is set for accounts that are switched off. */
  accountByHandle(
    handle: string,
  ): Promise<{ user: User; passwordHash: string; disabledAt: number | undefined } | undefined>
  accountById(user: UserId): Promise<{ user: User; passwordHash: string; disabledAt: number | undefined } | undefined>
  updateProfile(user: UserId, change: { name?: string; passwordHash?: string }): Promise<User | Refusal>
  /** For admins. The last owner cannot be disabled or demoted: `conflict`. */
  updateAccount(user: UserId, change: { role?: UserRole; disabledAt?: number | null }): Promise<User | Refusal>
  listAccounts(page: {
    after: UserId | undefined
    limit: number
  }): Promise<{ accounts: { user: User; createdAt: number; disabledAt: number | undefined }[]; more: boolean }>

  createSession(session: NewSession): Promise<void>
  /** The session of an access token that has not ended, of an account that is not disabled. */
  sessionByAccess(hash: TokenHash, now: number): Promise<{ session: Session; user: User } | undefined>
  /**
   * Rotates a refresh token in one atomic step. `rotated`: the presented token was the present one. `repeated`: it was the
   * immediate parent within the grace; the present refresh token stays (the caller can derive it), only the access token is new.
   * `reused`: an older or late one; the session is revoked. `unknown`: no such token or session at its end.
   */
  rotateSession(rotation: Rotation): Promise<Rotated>
  sessionsOf(user: UserId, now: number): Promise<Session[]>
  /** Ends sessions; `except` keeps one, `only` names one. Returns those that ended. */
  revokeSessions(user: UserId, which: { only?: SessionId; except?: SessionId }): Promise<SessionId[]>

  /** A socket ticket, single use. */
  putTicket(ticket: { hash: TokenHash; session: SessionId; expiresAt: number }): Promise<void>
  /** Consumes a ticket; undefined if there is none, it has expired, or its session has ended. */
  takeTicket(hash: TokenHash, now: number): Promise<{ session: Session; user: User } | undefined>

  createInvite(invite: Invite): Promise<void>
  addAnnouncement(announcement: Announcement): Promise<void>
  /** What the place was named; undefined: nobody has yet. */
  placeName(): Promise<string | undefined>
  namePlace(name: string): Promise<void>
}
