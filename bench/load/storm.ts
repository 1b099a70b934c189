import type { CatchUpOrRefusal, Cursor, RoomId } from '@natter/protocol'
import { createRandom } from '../../sim/world/random.ts'
import { pacerOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { noFaults, sumFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'
import { Latencies } from '../method/latencies.ts'
import { Received } from '../method/received.ts'
import { reconnectDelayMs } from '../method/reconnect-times.ts'
import { inLanes } from './in-lanes.ts'
import type { RawClient } from './raw-client.ts'
import type { Seeded } from './seed.ts'
import { afresh, signIn } from './sign-in.ts'

const CONNECTING_AT_ONCE = 32
/** Nobody tries longer than this. */
const STORM_MS_MAX = 180_000

/** Somebody who has one room on screen, and where they have read to. */
export interface Follower {
  person: Seeded
  room: RoomId
  cursor: Cursor
  userCursor: Cursor
  client: RawClient | undefined
}

export interface StormFindings {
  /** From the beginning of the storm to when each had caught up. */
  caughtUp: Latencies
  seconds: number
  /** Tries that failed and were followed by another. */
  retries: number
  faults: Faults
}

/** Signs them in from the start. */
export function settleIn(port: number, people: readonly { person: Seeded; room: RoomId }[]): Promise<Follower[]> {
  return inLanes(people, CONNECTING_AT_ONCE, async ({ person, room }) => {
    const { client, reply } = await signIn({ port, person, rooms: afresh([room]) })
    const { user, rooms } = reply()
    return { person, room, cursor: upToOf(rooms[room]), userCursor: user.upTo, client }
  })
}

/** All gone at once, without a goodbye. */
export function dropAll(followers: readonly Follower[]): void {
  for (const follower of followers) {
    follower.client?.close()
    follower.client = undefined
  }
}

/** Everybody comes back as the SDK does, and is through once they have every row up to `headOf` their room. */
export async function storm(
  followers: readonly Follower[],
  { port, headOf, bench }: { port: number; headOf: (room: RoomId) => number; bench: Bench },
): Promise<StormFindings> {
  const random = createRandom(bench.scale.seed, 'storm')
  const caughtUp = new Latencies()
  const startedAt = performance.now()
  let retries = 0
  const comeBack = async (follower: Follower): Promise<Faults> => {
    for (let attempt = 0; performance.now() < startedAt + STORM_MS_MAX; attempt++) {
      await pacerOf(bench).pause(reconnectDelayMs(attempt, random))
      const faults = await tryOnce(follower, { port, head: headOf(follower.room) })
      if (faults !== undefined) {
        caughtUp.record(performance.now() - startedAt)
        return faults
      }
      retries++
    }
    return { ...noFaults(), refused: 1 }
  }
  const faults = sumFaults(await Promise.all(followers.map(comeBack)))
  return { caughtUp, seconds: (performance.now() - startedAt) / 1_000, retries, faults }
}

/** Undefined: the server was not there, or did not let them in yet. */
async function tryOnce(
  follower: Follower,
  { port, head }: { port: number; head: number },
): Promise<Faults | undefined> {
  const { person, room, cursor, userCursor } = follower
  const entered = await signIn({ port, person, rooms: { [room]: cursor }, user: userCursor }).catch(() => undefined)
  if (entered === undefined) return undefined
  follower.client = entered.client
  const part = entered.reply().rooms[room]
  const upTo = upToOf(part)
  const received = new Received(cursor[0])
  // A reset is said aloud: then everything up to the new head counts as told.
  const seqs = part !== undefined && 'events' in part ? part.events.map(({ seq }) => seq) : []
  for (const seq of seqs) received.take(seq)
  follower.cursor = upTo
  return isReset(part) ? { ...noFaults(), lost: Math.max(0, head - upTo[0]) } : received.reconcile(head)
}

function isReset(part: CatchUpOrRefusal | undefined): boolean {
  return part !== undefined && 'mode' in part && part.mode === 'reset'
}

function upToOf(part: CatchUpOrRefusal | undefined): Cursor {
  if (part === undefined || 'error' in part) throw new Error('The room was refused at hello.')
  return part.upTo
}
