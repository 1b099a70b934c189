import type { Bench } from '../bench.ts'
import { sizesOf } from '../bench.ts'
import type { Findings } from '../result/findings.ts'
import { crowdTables, measureEach } from './crowd-tables.ts'
import { measureCrowd } from './measure-crowd.ts'

/** B02: everybody in the room talks at once. `frames/read` says how many events came with one read of a socket. */
export async function busyRoom(bench: Bench): Promise<Findings> {
  return measureEach(sizesOf(bench.scale, [200], [200]), (members) => ofMembers(bench, members))
}

async function ofMembers(bench: Bench, members: number): Promise<Findings> {
  const found = await measureCrowd(bench, {
    what: `B02, ${members} members`,
    shape: { rooms: 1, members, isWatching: true },
    senders: members,
    inFlight: [1, members],
    isPoisson: false,
  })
  return crowdTables(`1 room × ${members} members, all sending`, found)
}
