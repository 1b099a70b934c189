import { setTimeout as wait } from 'node:timers/promises'
import type { RoomId } from '@natter/protocol'
import { connectRaw, NoAnswer } from '../../packages/server/test/process/raw-client.ts'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'
import type { Seeded } from '../../bench/load/seed.ts'
import { Follower } from './follower.ts'
import { beginPost, settlePost } from './post.ts'
import type { Post } from './post.ts'

const TRY_AGAIN_MS = 100
/** Sends under way at once, answered or not. */
const IN_FLIGHT_MAX = 16

export interface RawTalkerOptions {
  name: string
  url: string
  person: Seeded
  rooms: readonly RoomId[]
  paceMs: number
}

/**
 * Somebody with bare frames: sends without ever asking again, so that what was cut off stays unknown, and watches that
 * the sequence of every room on the wire has no hole.
 */
export class RawTalker {
  readonly posts: Post[] = []
  /** How long each answer took, in ms, in the order of answers. */
  readonly ackMs: number[] = []
  readonly follower: Follower
  readonly #options: RawTalkerOptions
  #client: RawClient | undefined
  #isTalking = false
  #isClosed = false
  #inFlight = 0
  readonly #living: Promise<void>
  #serial = 0

  constructor(options: RawTalkerOptions) {
    this.#options = options
    this.follower = new Follower(options.name, options.person, options.rooms)
    this.#living = this.#live()
  }

  talk(): void {
    this.#isTalking = true
  }

  hush(): void {
    this.#isTalking = false
  }

  /** What is unanswered by now stays unknown. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#client?.close()
    await this.#living
  }

  async #live(): Promise<void> {
    while (!this.#isClosed) {
      try {
        this.#client = await this.follower.connect(this.#options.url)
        const sending = this.#send(this.#client)
        await this.#client.closed
        await sending
      } catch {
        // Nobody listens, or the connection ended before its greeting: what the faults are for.
        await wait(TRY_AGAIN_MS)
      }
    }
  }

  async #send(client: RawClient): Promise<void> {
    const ended = new AbortController()
    void client.closed.then(() => ended.abort())
    const { rooms, name, person, paceMs } = this.#options
    while (!ended.signal.aborted) {
      const room = rooms[this.#serial % rooms.length]
      if (this.#isTalking && this.#inFlight < IN_FLIGHT_MAX && room !== undefined) {
        const cid = `${name}-${String(this.#serial++).padStart(6, '0')}`
        const post = beginPost({ by: name, user: person.id, room, cid, text: `bare words ${cid}` })
        this.posts.push(post)
        void this.#post(client, post)
      }
      await wait(paceMs)
    }
  }

  async #post(client: RawClient, post: Post): Promise<void> {
    const { room, cid, text } = post
    this.#inFlight++
    try {
      const { seq, n } = await client.request('message.send', { room, cid, text })
      this.ackMs.push(performance.now() - post.at)
      settlePost(post, { state: 'acked', seq, n })
    } catch (error) {
      // These two say themselves that the outcome is not known.
      const isUnknown =
        error instanceof NoAnswer && ['closed', 'timeout', 'internal', 'unavailable'].includes(error.code)
      if (!isUnknown)
        settlePost(post, { state: 'refused', code: error instanceof NoAnswer ? error.code : String(error) })
    } finally {
      this.#inFlight--
    }
  }
}

/** A client of bare frames with these rooms open, for a question or two. */
export function bare(url: string, token: string): Promise<RawClient> {
  return connectRaw({ url, token })
}
