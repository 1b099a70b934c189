import { BOUNDS } from '@natter/protocol'

/** What every store keeps and hands out at most. */
export const STORE_BOUNDS = {
  /** Rows of a user's own log; an older cursor is answered by a reset. */
  userLogRows: 1_000,
  /** UTF-8 bytes of the messages of one page or reset, but always one message; the rest is `more` or `hole`. */
  pageBytes: BOUNDS.deltaBytes,
  /** Sessions of one user; one more ends the one that was seen longest ago. */
  sessionsPerUser: 100,
  /** Spent refresh tokens remembered of a session; an older one is unknown instead of reused. */
  spentTokens: 1_000,
  ticketsPerSession: 20,
  /** Announcements that stand at once; one more takes the oldest away. */
  announcements: 20,
} as const
