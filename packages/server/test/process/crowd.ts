import { setTimeout as wait } from 'node:timers/promises'
import type { MessageSendReply, RoomId } from '@natter/protocol'
import { NoAnswer } from './raw-client.ts'
import type { RawClient } from './raw-client.ts'
import type { ServerProcess } from './server-process.ts'
import type { WholeLog } from './whole-log.ts'

export const IN_FLIGHT = 200
/** The server is killed after so many answers of a round, at most. */
const ANSWERS_MAX = 400
/** And up to so much later, so that a kill does not always fall just behind an answer. */
const LATER_MS_MAX = 8

/** One message somebody wrote, and the first answer to it. */
export interface Post {
  room: RoomId
  cid: string
  text: string
  sender: number
  answer?: MessageSendReply
}

export interface Crowd {
  rooms: RoomId[]
  posts: Post[]
  /** Sentences about what should not have happened. */
  faults: string[]
  counts: { acked: number; retried: number; stored: number }
}

/** Makes rooms with everybody in them. */
export async function makeRooms(clients: RawClient[], count: number): Promise<RoomId[]> {
  const rooms: RoomId[] = []
  for (let index = 0; index < count; index++) {
    const [maker, ...others] = clients
    const made = await maker?.request('room.create', { cid: `room-${index}`, kind: 'public', name: `Room ${index}` })
    if (made === undefined) throw new Error('somebody must make the rooms')
    rooms.push(made.room.id)
    await Promise.all(others.map((client) => client.request('room.join', { room: made.room.id, cid: `join-${index}` })))
  }
  return rooms
}

/** Keeps 200 sends in flight and kills the server in the middle of them. */
export async function sendUntilKilled(
  server: ServerProcess,
  clients: RawClient[],
  { rooms, posts, faults, counts }: Crowd,
  random: () => number,
): Promise<void> {
  const killAfter = 1 + Math.floor(random() * ANSWERS_MAX)
  const laterMs = random() * LATER_MS_MAX
  const { promise: isTime, resolve: itIsTime } = Promise.withResolvers<void>()
  let answers = 0

  const keepSending = async (lane: number): Promise<void> => {
    const sender = lane % clients.length
    for (;;) {
      const room = rooms[Math.floor(random() * rooms.length)]
      if (room === undefined) return
      const number = posts.length
      const post: Post = { room, sender, cid: `m-${number}`, text: `message ${number}` }
      posts.push(post)
      if (!(await send(clients, post, faults))) return
      counts.acked++
      if (++answers === killAfter) itIsTime()
    }
  }
  const lanes = Array.from({ length: IN_FLIGHT }, (_, lane) => keepSending(lane))
  await isTime
  await wait(laterMs)
  await server.kill()
  await Promise.all(lanes)
}

/** Sends what was not answered again, with the same cid; what is stored already must come back as it is stored. */
export async function retryAll(clients: RawClient[], log: WholeLog, { posts, faults, counts }: Crowd): Promise<void> {
  const [first] = clients
  if (first === undefined) return
  await log.read(first)
  const unanswered = posts.filter(({ answer }) => answer === undefined)
  const retry = async (post: Post): Promise<void> => {
    const [stored] = log.find(post.room, post.cid)
    counts.retried++
    if (stored !== undefined) counts.stored++
    if (!(await send(clients, post, faults))) faults.push(`the retry of ${post.cid} was not answered`)
    if (post.answer?.duplicate !== (stored !== undefined))
      faults.push(`${post.cid} answered duplicate: ${post.answer?.duplicate}`)
    if (stored !== undefined && post.answer?.seq !== stored.seq)
      faults.push(`${post.cid} is ${stored.seq} and answered ${post.answer?.seq}`)
  }
  await Promise.all(unanswered.map(retry))
  await log.read(first)
}

/** False when the connection ended before the answer. */
async function send(clients: RawClient[], post: Post, faults: string[]): Promise<boolean> {
  const { room, cid, text, sender } = post
  try {
    const answer = await clients[sender]?.request('message.send', { room, cid, text })
    if (answer !== undefined) post.answer = answer
    return answer !== undefined
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    if (error.code !== 'closed') faults.push(`${cid} was refused: ${error.message}`)
    return false
  }
}
