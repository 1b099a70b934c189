import { randomBytes } from 'node:crypto'
import { LIMITS, base62, isRefusal } from '@natter/protocol'
import type { RoomId, UserId } from '@natter/protocol'
import { openSqliteStore } from '../../packages/server/src/adapters/sqlite/sqlite-store.ts'
import { hashToken, mintToken } from '../../packages/server/src/identity/tokens.ts'
import { createdRoomId } from '../../packages/server/src/commands/room-id.ts'
import type { Store } from '../../packages/server/src/ports/store.ts'
import { inLanes } from './in-lanes.ts'

/** Somebody who can sign in with a token. */
export interface Seeded {
  id: UserId
  token: string
}

/** Asked of the store at a time. */
const AT_ONCE = 1_000

const DAY_MS = 86_400_000
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Puts people and rooms into a fresh data folder, straight through the store: sign-ups would cost an argon2 each. */
export async function seed<T>(folder: string, fill: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ folder, limits: LIMITS, log: silent })
  try {
    return await fill(store)
  } finally {
    await store.close()
  }
}

/**
 * People named p0, p1 and so on, each with a session. `passwordHash`: of the password of all of them; by default nobody
 * signs in with one.
 */
export async function seedPeople(
  store: Store,
  count: number,
  { prefix = 'p', passwordHash = '-' }: { prefix?: string; passwordHash?: string } = {},
): Promise<Seeded[]> {
  const at = Date.now()
  return inLanes(
    Array.from({ length: count }, (_, index) => index),
    AT_ONCE,
    async (index): Promise<Seeded> => {
      const id: UserId = `us_${base62(randomBytes(16), 16)}`
      const made = await store.createAccount({
        id,
        handle: `${prefix}${index}`,
        name: `Person ${index}`,
        passwordHash,
        at,
        signup: 'open',
        invite: undefined,
      })
      if (isRefusal(made)) throw new Error(made.refused.message)
      const token = mintToken('access', randomBytes)
      await store.createSession({
        id: `se_${base62(randomBytes(16), 16)}`,
        user: id,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: at + DAY_MS,
        endsAt: at + DAY_MS,
        device: 'bench',
        address: '127.0.0.1',
        accessHash: hashToken(token),
        refreshHash: hashToken(mintToken('refresh', randomBytes)),
      })
      return { id, token }
    },
  )
}

/** A public room of the first person's that the others join. */
export async function seedRoom(store: Store, name: string, people: Seeded[]): Promise<RoomId> {
  const [owner, ...others] = people
  if (owner === undefined) throw new Error('A room needs somebody.')
  const cid = `bench-${name}`
  const room = createdRoomId(owner.id, cid)
  const at = Date.now()
  const made = await store.append({
    room,
    actor: owner.id,
    at,
    command: { type: 'room.create', cid, kind: 'public', name },
  })
  if (isRefusal(made)) throw new Error(made.refused.message)
  await Promise.all(
    others.map(async ({ id }) => {
      const joined = await store.append({
        room,
        actor: id,
        at,
        command: { type: 'room.join', room, cid: `join-${id}` },
      })
      if (isRefusal(joined)) throw new Error(joined.refused.message)
    }),
  )
  return room
}
