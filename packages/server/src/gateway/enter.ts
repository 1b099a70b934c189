import { enterSession, takeFromRate } from '@natter/core'
import { PROTOCOL_VERSION, isRefusal } from '@natter/protocol'
import type { CommandOf, Cursor, RoomId } from '@natter/protocol'
import type { Greeting } from '../ports/read-store.ts'
import type { Connection } from './connection.ts'
import type { UpgradeCredential } from './doorkeeper.ts'
import type { Gateway } from './gateway.ts'
import { PING_EVERY_MS } from './heartbeat.ts'
import { openRoom } from './open-room.ts'
import { followDigest } from './subscribe.ts'

/** Answers `hello`: who is it, what have they missed; then lets the connection live. */
export async function enter(
  gateway: Gateway,
  connection: Connection,
  hello: CommandOf<'hello'>,
  credential: UpgradeCredential,
): Promise<void> {
  if (hello.version !== PROTOCOL_VERSION)
    return connection.close('versionNotSpoken', `This server speaks version ${PROTOCOL_VERSION}.`)
  if (isOverloaded(gateway))
    return connection.close('overloaded', JSON.stringify({ retryInMs: 1_000 + Math.floor(gateway.chance() * 4_000) }))
  const found = await prove(gateway, hello, credential)
  if (connection.isClosed) return
  if (found === undefined) return connection.close('tokenExpired', 'Sign in again: this token is unknown or has ended.')
  connection.actor = { user: found.user, session: found.session.id }
  connection.client = hello.client ?? ''
  connection.device = hello.device ?? ''
  if (!takePlace(gateway, connection)) return
  await gateway.users.attach(found.user.id, connection)
  const greeting = await gateway.ports.store.greet(found.user.id, hello.user ?? null, gateway.ports.clock.now())
  if (connection.isClosed) return
  if (greeting === undefined) return connection.close('tokenExpired', 'This account does not exist any more.')
  await gateway.rooms.follow(greeting.rooms)
  followAll(gateway, connection, greeting)
  const rooms = await openAll(gateway, connection, hello.rooms ?? {})
  if (connection.isClosed) return
  connection.session = enterSession(connection.session, {
    user: found.user.id,
    session: found.session.id,
    expiresAt: found.session.expiresAt,
  })
  gateway.presence.arrive(found.user.id, connection)
  connection.uncork(helloReply(gateway, connection, hello.id, { greeting, rooms, expiresAt: found.session.expiresAt }))
}

function isOverloaded(gateway: Gateway): boolean {
  if (!gateway.ports.ratesEnforced) return false
  const { hellosPerSecond } = gateway.ports.limits
  const step = takeFromRate(gateway.hellosDueAt, gateway.ports.clock.uptime(), {
    count: hellosPerSecond,
    periodMs: 1_000,
    burst: hellosPerSecond,
  })
  if ('retryAfterMs' in step) return true
  gateway.hellosDueAt = step.dueAt
  return false
}

async function prove(gateway: Gateway, hello: CommandOf<'hello'>, credential: UpgradeCredential) {
  if (hello.token !== undefined) return gateway.doorkeeper.identify(hello.token)
  if (credential === undefined) return undefined
  return 'proved' in credential ? credential.proved : gateway.doorkeeper.identify(credential.token)
}

/** One connection a device, a bounded number a user. False: closed instead. */
function takePlace(gateway: Gateway, connection: Connection): boolean {
  const user = connection.actor?.user.id
  if (user === undefined) return false
  const others = [...gateway.users.connectionsOf(user)]
  for (const other of others) {
    if (connection.device !== '' && other.device === connection.device)
      other.close('replaced', 'This device has connected again.')
  }
  const open = others.filter((other) => !other.isClosed).length
  if (!gateway.ports.ratesEnforced || open < gateway.ports.limits.connectionsPerUser) return true
  connection.close('connectionLimit', `At most ${gateway.ports.limits.connectionsPerUser} connections a user.`)
  return false
}

/** Follows every room of the user at level digest, from the heads that the greeting tells. */
function followAll(gateway: Gateway, connection: Connection, greeting: Greeting): void {
  const known = new Map(greeting.digest.map(([room, seq]) => [room, seq]))
  for (const room of greeting.rooms) {
    const feed = gateway.rooms.get(room)
    if (feed !== undefined) followDigest(gateway, connection, feed, known.get(room) ?? feed.head.seq)
  }
}

async function openAll(
  gateway: Gateway,
  connection: Connection,
  rooms: Record<string, Cursor | null>,
): Promise<string> {
  const parts = await Promise.all(
    (Object.entries(rooms) as [RoomId, Cursor | null][]).map(async ([room, cursor]) => {
      let part = ''
      const refused = await openRoom(gateway, connection, { room, cursor }, (json) => {
        part = json
      })
      return `"${room}":${isRefusal(refused) ? JSON.stringify({ error: refused.refused }) : part}`
    }),
  )
  return `{${parts.join(',')}}`
}

function helloReply(
  gateway: Gateway,
  connection: Connection,
  re: number,
  found: { greeting: Greeting; rooms: string; expiresAt: number },
): string {
  const { greeting, rooms, expiresAt } = found
  const head = {
    connection: connection.id,
    epoch: gateway.ports.store.epoch,
    nowAt: gateway.ports.clock.now(),
    expiresAt,
    pingEveryMs: PING_EVERY_MS,
    limits: gateway.ports.limits,
    self: greeting.self,
    digest: greeting.digest,
    announcements: greeting.announcements,
  }
  return `{"re":${re},"ok":${JSON.stringify(head).slice(0, -1)},"user":${greeting.user.json},"rooms":${rooms}}}`
}
