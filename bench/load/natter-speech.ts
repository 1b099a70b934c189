import type { RoomId, UserId } from '@natter/protocol'
import { checkHistory } from '@natter/protocol/history'
import type { HistoryRecord, HistoryRule } from '@natter/protocol/history'
import { noFaults } from '../method/faults.ts'
import type { Faults } from '../method/faults.ts'
import { clientFrame } from './client-frame.ts'
import type { Post, Speech } from './crowd.ts'
import { finalLogs } from './final-logs.ts'
import { messageText } from './message-text.ts'

/** Who sits where. */
export interface Place {
  room: RoomId
  user: UserId
}

/** What a violation of each invariant counts as; the rest counts as lost. */
const COUNTED: Partial<Record<HistoryRule, keyof Faults>> = {
  H2: 'doubled',
  H3: 'doubled',
  H4: 'reordered',
  H5: 'reordered',
  H15: 'doubled',
}

/** Crowds so far: two of them may be the same people in the same room. */
let crowds = 0

/** Speaks Natter's protocol, and keeps a history of all that was sent and acknowledged. */
export class NatterSpeech implements Speech {
  readonly name = 'natter'
  readonly answers = true
  readonly #places: readonly (readonly Place[])[]
  readonly #textLength: number | undefined
  readonly #history: HistoryRecord[] = []
  readonly #crowd = ++crowds

  constructor(places: readonly (readonly Place[])[], textLength?: number) {
    this.#places = places
    this.#textLength = textLength
  }

  frame(post: Post): Buffer {
    const { room, cid, ...line } = this.#line(post)
    this.#history.push({ ...line, room, cid, op: 'send', phase: 'invoke' })
    const text = messageText(post.dueAt, this.#textLength)
    return clientFrame(JSON.stringify({ id: post.id, type: 'message.send', room, cid, text }))
  }

  acknowledged(post: Post, reply: Buffer): boolean {
    const { ok } = JSON.parse(reply.toString()) as { ok?: { seq: number; n: number; duplicate: boolean } }
    const line = { ...this.#line(post), op: 'send' } as const
    this.#history.push(ok === undefined ? { ...line, phase: 'fail' } : { ...line, phase: 'ok', seq: ok.seq, n: ok.n })
    return ok !== undefined && !ok.duplicate
  }

  /** Holds what was acknowledged against the logs in the data folder, once no server is on it. */
  judge(folder: string): { faults: Faults; heads: number[] } {
    const rooms = this.#places.map((places) => roomOf(places))
    const logs = finalLogs(folder, rooms)
    const { counts } = checkHistory(this.#history, logs)
    const faults = noFaults()
    // The cast: keys of objects are strings to the compiler.
    for (const [rule, count] of Object.entries(counts) as [HistoryRule, number][])
      faults[COUNTED[rule] ?? 'lost'] += count
    return { faults, heads: logs.map(({ rows }) => rows.length) }
  }

  #line({ id, room, seat }: Post) {
    const place = this.#places[room]?.[seat]
    if (place === undefined) throw new Error(`Nobody sits at ${seat} of room ${room}.`)
    return {
      t: performance.now(),
      proc: `${room}/${seat}`,
      user: place.user,
      room: place.room,
      cid: `bench-${this.#crowd}-${id}`,
    }
  }
}

function roomOf(places: readonly Place[]): RoomId {
  const [first] = places
  if (first === undefined) throw new Error('A room needs somebody.')
  return first.room
}
