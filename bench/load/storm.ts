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
import type { Entered } from './sign-in.ts'

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
  /** Tries that failed and were followed by another, by why they did. */
  retries: Map<string, number>
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
  const retries = new Map<string, number>()
  const comeBack = async (follower: Follower): Promise<Faults> => {
    for (let attempt = 0; performance.now() < startedAt + STORM_MS_MAX; attempt++) {
      await pacerOf(bench).pause(reconnectDelayMs(attempt, random))
      const entered = await tryOnce(follower, port)
      if (!(entered instanceof Error)) {
        const faults = settle(follower, entered, headOf(follower.room))
        caughtUp.record(performance.now() - startedAt)
        return faults
      }
      retries.set(entered.message, (retries.get(entered.message) ?? 0) + 1)
    }
    return { ...noFaults(), refused: 1 }
  }
  const faults = sumFaults(await Promise.all(followers.map(comeBack)))
  return { caughtUp, seconds: (performance.now() - startedAt) / 1_000, retries, faults }
}

/** An error: the server was not there, or did not let them in yet. */
async function tryOnce({ person, room, cursor, userCursor }: Follower, port: number): Promise<Entered | Error> {
  try {
    return await signIn({ port, person, rooms: { [room]: cursor }, user: userCursor })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Holds what they are told against what they have missed. */
function settle(follower: Follower, { client, reply }: Entered, head: number): Faults {
  const part = reply().rooms[follower.room]
  const received = new Received(follower.cursor[0])
  if (part !== undefined && 'events' in part) for (const { seq } of part.events) received.take(seq)
  follower.client = client
  follower.cursor = upToOf(part)
  // A reset is said aloud: then everything up to the new head counts as told.
  return isReset(part) ? { ...noFaults(), lost: Math.max(0, head - follower.cursor[0]) } : received.reconcile(head)
}

function isReset(part: CatchUpOrRefusal | undefined): boolean {
  return part !== undefined && 'mode' in part && part.mode === 'reset'
}

function upToOf(part: CatchUpOrRefusal | undefined): Cursor {
  if (part === undefined || 'error' in part) throw new Error('The room was refused at hello.')
  return part.upTo
}
