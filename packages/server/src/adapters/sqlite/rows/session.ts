import type { SessionId, UserId } from '@natter/protocol'
import type { Session, TokenHash } from '../../../ports/account-store.ts'

export interface SessionRow {
  id: SessionId
  user: UserId
  created_at: number
  last_seen_at: number
  expires_at: number
  ends_at: number
  device: string
  address: string
  refresh_hash: TokenHash
  parent_hash: TokenHash | null
  rotated_at: number | null
}

/** Of `sessions s`. */
export const SESSION_COLUMNS = `s.id, s.user, s.created_at, s.last_seen_at, s.expires_at, s.ends_at, s.device, s.address,
  s.refresh_hash, s.parent_hash, s.rotated_at`

export function sessionOfRow(row: SessionRow): Session {
  const { id, user, created_at, last_seen_at, expires_at, device, address } = row
  return { id, user, createdAt: created_at, lastSeenAt: last_seen_at, expiresAt: expires_at, device, address }
}
