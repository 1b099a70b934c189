import { decideRotation } from '@natter/core'
import type { SessionId, User, UserId } from '@natter/protocol'
import type { NewSession, Rotated, Rotation, Session, TokenHash } from '../../ports/account-store.ts'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { activeAccount } from './world.ts'
import type { SessionState, World } from './world.ts'

export function createSession(world: World, session: NewSession): void {
  const others = [...world.sessions.values()].filter(({ user }) => user === session.user).sort(byLastSeen)
  for (const ended of others.filter(({ endsAt }) => endsAt <= session.createdAt)) world.sessions.delete(ended.id)
  const open = others.filter(({ endsAt }) => endsAt > session.createdAt)
  for (const { id } of open.slice(0, Math.max(0, open.length + 1 - STORE_BOUNDS.sessionsPerUser)))
    world.sessions.delete(id)
  world.sessions.set(session.id, { ...session, parentHash: undefined, rotatedAt: undefined, spent: [] })
}

function byLastSeen(a: SessionState, b: SessionState): number {
  return a.lastSeenAt - b.lastSeenAt || (a.id < b.id ? -1 : 1)
}

export function sessionByAccess(
  world: World,
  hash: TokenHash,
  now: number,
): { session: Session; user: User } | undefined {
  const found = [...world.sessions.values()].find(({ accessHash }) => accessHash === hash)
  return found === undefined || found.expiresAt <= now ? undefined : signedIn(world, found, now)
}

function signedIn(world: World, session: SessionState, now: number): { session: Session; user: User } | undefined {
  const user = activeAccount(world, session.user)?.user
  return user === undefined || session.endsAt <= now ? undefined : { session: shown(session), user }
}

function shown({ id, user, createdAt, lastSeenAt, expiresAt, device, address }: SessionState): Session {
  return { id, user, createdAt, lastSeenAt, expiresAt, device, address }
}

export function rotateSession(world: World, rotation: Rotation): Rotated {
  const { presented, nextAccess, nextRefresh, now, expiresAt, graceMs } = rotation
  const found = [...world.sessions.values()].find(({ refreshHash, parentHash, spent }) =>
    [refreshHash, parentHash, ...spent].includes(presented),
  )
  const token = found?.refreshHash === presented ? 'present' : found?.parentHash === presented ? 'parent' : 'older'
  const decision = decideRotation(found && { token, rotatedAt: found.rotatedAt, endsAt: found.endsAt, now, graceMs })
  const user = found && activeAccount(world, found.user)?.user
  if (decision === 'unknown' || found === undefined || user === undefined) return { outcome: 'unknown' }
  if (decision === 'revoke') {
    world.sessions.delete(found.id)
    return { outcome: 'reused', session: found.id, user: found.user }
  }
  const renewed: SessionState = { ...found, accessHash: nextAccess, expiresAt, lastSeenAt: now }
  if (decision === 'rotate') {
    renewed.refreshHash = nextRefresh
    renewed.parentHash = presented
    renewed.rotatedAt = now
    renewed.spent = [...found.spent, presented].slice(-STORE_BOUNDS.spentTokens)
  }
  world.sessions.set(found.id, renewed)
  return { outcome: decision === 'rotate' ? 'rotated' : 'repeated', session: shown(renewed), user }
}

export function sessionsOf(world: World, user: UserId, now: number): Session[] {
  const open = [...world.sessions.values()].filter((session) => session.user === user && session.endsAt > now)
  return open.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map(shown)
}

export function revokeSessions(
  world: World,
  user: UserId,
  { only, except }: { only?: SessionId; except?: SessionId },
): SessionId[] {
  const ended = [...world.sessions.values()]
    .filter((session) => session.user === user && session.id !== except && (only === undefined || session.id === only))
    .map(({ id }) => id)
    .sort()
  for (const id of ended) world.sessions.delete(id)
  return ended
}

export function putTicket(
  world: World,
  { hash, session, expiresAt }: { hash: TokenHash; session: SessionId; expiresAt: number },
): void {
  world.tickets.set(hash, { session, expiresAt })
  const own = [...world.tickets].filter(([, ticket]) => ticket.session === session)
  for (const [old] of own.slice(0, -STORE_BOUNDS.ticketsPerSession)) world.tickets.delete(old)
}

export function takeTicket(world: World, hash: TokenHash, now: number): { session: Session; user: User } | undefined {
  const ticket = world.tickets.get(hash)
  world.tickets.delete(hash)
  if (ticket === undefined || ticket.expiresAt <= now) return undefined
  const session = world.sessions.get(ticket.session)
  return session && signedIn(world, session, now)
}
