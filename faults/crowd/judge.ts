import type { Message, RoomId } from '@natter/protocol'
import { noCounts, violate } from '../counts.ts'
import type { Counts } from '../counts.ts'

/** One message somebody wrote. Posts of one author in one room stand in the order of writing. */
export interface Post {
  by: string
  room: RoomId
  cid: string
  text: string
  outcome: Outcome
}

/** `unknown`: the connection ended before the answer, and nobody asked again. */
export type Outcome =
  | { state: 'pending' | 'unknown' }
  | { state: 'acked'; seq: number; n: number }
  | { state: 'refused'; code: string }

/** One message as a client was shown it. `isAnew`: it was told before this one that it starts anew. */
export interface Sight {
  seq: number
  n: number
  cid: string
  text: string
  isAnew: boolean
}

/** What one client was shown of one room, in that order, and whether it should have reached the head. */
export interface Viewing {
  by: string
  room: RoomId
  sights: Sight[]
  isToTheEnd: boolean
}

export interface Evidence {
  posts: readonly Post[]
  viewings: readonly Viewing[]
  /** All messages of each room, as the log has them in the end. */
  log: ReadonlyMap<RoomId, readonly Message[]>
}

/** Holds what was answered and shown against the log, in one pass over each. */
export function judge({ posts, viewings, log }: Evidence): Counts {
  const counts: Counts = { ...noCounts(), runs: 1 }
  const byCid = new Map<string, Message[]>()
  const known = new Set(posts.map(({ room, cid }) => `${room} ${cid}`))
  for (const [room, messages] of log) {
    for (const message of messages) {
      const key = `${room} ${message.cid}`
      byCid.set(key, [...(byCid.get(key) ?? []), message])
      if (!known.has(key)) violate(counts, `${room} has ${message.cid}, which nobody wrote`)
    }
    judgeLog(counts, room, messages)
  }
  judgePosts(counts, posts, byCid)
  for (const viewing of viewings) judgeViewing(counts, viewing, log.get(viewing.room) ?? [])
  return counts
}

function judgeLog(counts: Counts, room: RoomId, messages: readonly Message[]): void {
  let last = { seq: 0, n: 0 }
  for (const { seq, n } of messages) {
    if (seq <= last.seq) violate(counts, `${room} has seq ${seq} after ${last.seq}`, 'reordered')
    else if (n !== last.n + 1) violate(counts, `${room} has n ${n} after ${last.n}`, 'gaps')
    last = { seq, n }
  }
}

function judgePosts(counts: Counts, posts: readonly Post[], byCid: ReadonlyMap<string, Message[]>): void {
  const lastOf = new Map<string, number>()
  for (const { by, room, cid, text, outcome } of posts) {
    const found = byCid.get(`${room} ${cid}`) ?? []
    const [stored] = found
    if (found.length > 1) violate(counts, `${cid} stands ${found.length} times in the log`, 'doubled')
    if (stored !== undefined && stored.text !== text) violate(counts, `${cid} has another text in the log`, 'lost')
    if (outcome.state === 'acked') {
      counts.acked++
      if (stored?.seq !== outcome.seq || stored.n !== outcome.n)
        violate(counts, `${cid} was acked as ${outcome.seq}/${outcome.n}, is ${stored?.seq}/${stored?.n}`, 'lost')
    }
    if (outcome.state === 'pending') violate(counts, `${cid} was never answered`, 'lost')
    if (outcome.state === 'refused' && stored !== undefined)
      violate(counts, `${cid} was refused (${outcome.code}) and stands in the log`)
    if (stored === undefined) continue
    const lane = `${by} ${room}`
    if (stored.seq < (lastOf.get(lane) ?? 0)) violate(counts, `${cid} of ${by} was overtaken`, 'reordered')
    lastOf.set(lane, stored.seq)
  }
}

function judgeViewing(counts: Counts, { by, room, sights, isToTheEnd }: Viewing, log: readonly Message[]): void {
  const where = `${by} in ${room}`
  let lastN = 0
  for (const { seq, n, cid, text, isAnew } of sights) {
    const stored = log[n - 1]
    if (stored?.seq !== seq || stored.cid !== cid || stored.text !== text)
      violate(counts, `${where} was shown ${cid} at ${seq}/${n}, the log has ${stored?.cid} there`, 'reordered')
    if (n === lastN) violate(counts, `${where} was shown n ${n} twice`, 'doubled')
    else if (n < lastN) violate(counts, `${where} was shown n ${n} after ${lastN}`, 'reordered')
    else if (n !== lastN + 1 && lastN > 0 && !isAnew)
      violate(counts, `${where} went from n ${lastN} to ${n} unsaid`, 'gaps')
    lastN = n
  }
  const head = log.at(-1)?.n ?? 0
  if (isToTheEnd && lastN !== head) violate(counts, `${where} ended at n ${lastN} of ${head}`, 'gaps')
}
