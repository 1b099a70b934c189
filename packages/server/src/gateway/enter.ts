import type { SignedIn } from '@natter/core'
import { PROTOCOL_VERSION } from '@natter/protocol'
import type { CloseName, CommandOf, RoomId, UserId } from '@natter/protocol'
import type { Greeting } from '../ports/read-store.ts'
import type { Connection } from './connection.ts'
import type { Proved, UpgradeCredential } from './doorkeeper.ts'
import { followRoom } from './follow-room.ts'
import type { Gateway } from './gateway.ts'
import { helloReply } from './hello-reply.ts'
import { openRooms } from './open-rooms.ts'

/** Rooms of a user read at a time. */
const ROOMS_PAGE = 200

/** Who has come in, and what is answered to their `hello`, as JSON. */
export interface Entered {
  signedIn: SignedIn
  ok: string
}

/**
 * Who says `hello`, what have they missed: takes their place among the live, with all that they follow. Undefined: the
 * connection was closed, here or meanwhile.
 */
export async function enter(
  gateway: Gateway,
  connection: Connection,
  hello: CommandOf<'hello'>,
  credential: UpgradeCredential,
): Promise<Entered | undefined> {
  const found = await admit(gateway, connection, hello, credential)
  if (found === undefined) return undefined
  const { user, session } = found
  const greeting = await gateway.ports.store.greet(user.id, hello.user ?? null, gateway.ports.clock.now())
  if (connection.isClosed) return undefined
  if (greeting === undefined) return closed(connection, 'tokenExpired', 'This account does not exist any more.')
  connection.actor = { user: greeting.self, session: session.id }
  gateway.users.greeted(user.id, connection, greeting.user.upTo)
  await followAll(gateway, connection, greeting)
  const rooms = await openRooms(gateway, connection, hello.rooms ?? {})
  const { expiresAt } = session
  const ok = helloReply(gateway, connection, { greeting, rooms, expiresAt })
  return connection.isClosed ? undefined : { signedIn: { user: user.id, session: session.id, expiresAt }, ok }
}

/** Checks version, load, credential and the user's number of connections; from then on the user's own log is heard. */
async function admit(
  gateway: Gateway,
  connection: Connection,
  hello: CommandOf<'hello'>,
  credential: UpgradeCredential,
): Promise<Proved | undefined> {
  if (hello.version !== PROTOCOL_VERSION)
    return closed(connection, 'versionNotSpoken', `This server speaks version ${PROTOCOL_VERSION}.`)
  const busy = gateway.admission.hello()
  if (busy !== undefined) return closed(connection, 'overloaded', JSON.stringify({ retryInMs: busy.retryInMs }))
  const found = await prove(gateway, hello, credential)
  if (connection.isClosed) return undefined
  if (found === undefined)
    return closed(connection, 'tokenExpired', 'Sign in again: this token is unknown or has ended.')
  const { user, session } = found
  connection.actor = { user, session: session.id }
  connection.client = hello.client ?? ''
  connection.device = hello.device ?? ''
  if (!takePlace(gateway, connection, user.id)) return undefined
  await gateway.users.attach(user.id, connection)
  // From here on a sign-out reaches the connection; one that was heard before is looked for.
  const ended = await gateway.signOuts.endOf(user.id, session.id)
  if (ended !== undefined) return closed(connection, ended, '')
  return connection.isClosed ? undefined : found
}

function closed(connection: Connection, code: CloseName, reason: string): undefined {
  connection.close(code, reason)
  return undefined
}

async function prove(
  gateway: Gateway,
  hello: CommandOf<'hello'>,
  credential: UpgradeCredential,
): Promise<Proved | undefined> {
  if (hello.token !== undefined) return gateway.doorkeeper.identify(hello.token)
  if (credential === undefined) return undefined
  return 'proved' in credential ? credential.proved : gateway.doorkeeper.identify(credential.token)
}

/** One connection a device, the latest; a bounded number a user. False: closed instead. */
function takePlace(gateway: Gateway, connection: Connection, user: UserId): boolean {
  const { connectionsPerUser } = gateway.ports.limits
  let open = 0
  for (const other of gateway.users.connectionsOf(user)) {
    if (connection.device !== '' && other.device === connection.device && !other.isClosed) {
      // A hello that took long may be of a connection that its client has given up for the other.
      const [older, newer] = other.openedAt > connection.openedAt ? [connection, other] : [other, connection]
      older.close('replaced', 'This device has connected again.')
      if (newer !== connection) return false
    }
    if (!other.isClosed) open++
  }
  if (!gateway.ports.ratesEnforced || open < connectionsPerUser) return true
  connection.close('connectionLimit', `At most ${connectionsPerUser} connections a user.`)
  return false
}

/** Follows every room of the user at level digest, from the heads that the greeting tells. */
async function followAll(gateway: Gateway, connection: Connection, { self, digest, rooms }: Greeting): Promise<void> {
  const heads = new Map<RoomId, number>(digest.map(([room, seq]) => [room, seq]))
  if (rooms.length > heads.size) await addOtherHeads(gateway, self.id, heads)
  await gateway.rooms.follow([...heads.keys()])
  const user = self.id
  await Promise.all([...heads].map(([room, knownSeq]) => followRoom(gateway, connection, { user, room, knownSeq })))
}

/** The rooms beyond the digest, in which little happens. */
async function addOtherHeads(gateway: Gateway, user: UserId, heads: Map<RoomId, number>): Promise<void> {
  let after: RoomId | undefined
  for (;;) {
    const page = await gateway.ports.store.roomsOf(user, { after, limit: ROOMS_PAGE })
    for (const { id, head } of page.rooms) if (!heads.has(id)) heads.set(id, head[0])
    after = page.rooms.at(-1)?.id
    if (!page.more || after === undefined) return
  }
}
