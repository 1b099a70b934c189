import { setTimeout as wait } from 'node:timers/promises'
import { createNatter } from '@natter/client'
import type { Natter } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import type { Seeded } from '../../bench/load/seed.ts'
import type { Viewing } from './judge.ts'
import { Onlooker } from './onlooker.ts'
import { beginPost, settlePost } from './post.ts'
import type { Post } from './post.ts'

/** Unanswered messages one talker has at most; the SDK holds up to 1,000. */
const PENDING_MAX = 200

export interface TalkerOptions {
  name: string
  url: string
  person: Seeded
  rooms: readonly RoomId[]
  random: () => number
  /** The average time between two messages. */
  paceMs: number
}

/** Somebody at the real SDK: has all rooms open, writes down what is shown there, and talks when asked. */
export class Talker {
  readonly name: string
  readonly natter: Natter
  readonly posts: Post[] = []
  readonly #options: TalkerOptions
  readonly #onlookers: Onlooker[]
  #talking: Promise<void> = Promise.resolve()
  #isTalking = false
  #pending = 0

  constructor(options: TalkerOptions) {
    const { name, url, person, rooms } = options
    this.name = name
    this.#options = options
    this.natter = createNatter({ url, token: async () => person.token, client: 'faults/1', device: name })
    this.#onlookers = rooms.map((room) => new Onlooker(name, { natter: this.natter, self: person.id }, room))
    for (const room of rooms)
      this.natter
        .room(room)
        .open()
        .catch(() => undefined)
  }

  get viewings(): Viewing[] {
    return this.#onlookers.map(({ viewing }) => viewing)
  }

  get pending(): number {
    return this.#pending
  }

  /** How long each answer took, in ms, in the order of answers. */
  readonly ackMs: number[] = []

  talk(): void {
    if (this.#isTalking) return
    this.#isTalking = true
    this.#talking = this.#keepTalking()
  }

  async hush(): Promise<void> {
    this.#isTalking = false
    await this.#talking
  }

  say(room: RoomId, text: string): Post {
    const { cid, sent } = this.natter.room(room).send(text)
    const { id: user } = this.#options.person
    const post = beginPost({ by: this.name, user, room, cid, text }, 'pending')
    this.posts.push(post)
    this.#pending++
    sent.then(
      ({ seq, n }) => {
        this.#pending--
        this.ackMs.push(performance.now() - post.at)
        settlePost(post, { state: 'acked', seq, n })
      },
      (error: unknown) => {
        this.#pending--
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
        // Closed before the answer: nobody knows.
        settlePost(post, code === 'stopped' ? { state: 'unknown' } : { state: 'refused', code })
      },
    )
    return post
  }

  /** Resolves when all of its rooms show everything up to these `n`. */
  async reached(heads: ReadonlyMap<RoomId, number>): Promise<void> {
    await Promise.all(this.#onlookers.map((onlooker) => onlooker.reached(heads.get(onlooker.viewing.room) ?? 0)))
  }

  async close(): Promise<void> {
    await this.hush()
    for (const onlooker of this.#onlookers) onlooker.stop()
    await this.natter.close()
  }

  async #keepTalking(): Promise<void> {
    const { rooms, random, paceMs, name } = this.#options
    while (this.#isTalking) {
      const room = rooms[Math.floor(random() * rooms.length)]
      if (room !== undefined && this.#pending < PENDING_MAX) this.say(room, `${name} says ${this.posts.length}`)
      await wait(random() * 2 * paceMs)
    }
  }
}
