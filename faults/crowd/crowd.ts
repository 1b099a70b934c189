import { setTimeout as wait } from 'node:timers/promises'
import type { RoomId } from '@natter/protocol'
import { readFinalLogs } from '../../packages/server/src/adapters/sqlite/read-final-logs.ts'
import { WholeLog } from '../../packages/server/test/process/whole-log.ts'
import { violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import type { Place } from '../place/place.ts'
import type { World } from '../world.ts'
import { historyOf, judge } from './judge.ts'
import { RawTalker, bare } from './raw-talker.ts'
import { Talker } from './talker.ts'

/** After the fault has ended everything heals within this time: the longest backoff of the SDK and a little. */
const HEAL_MS_MAX = 45_000
/** How often it is asked whether all is answered. */
const LOOK_EVERY_MS = 20

export interface CrowdOptions {
  /** People at the SDK; the place must have one person more. */
  talkers?: number
  /** Where the SDK connects: a proxy, for example. */
  url?: string
  paceMs?: number
  /** Only this room of the place; all of them by default. */
  roomIndex?: number
  /** Where its people begin among those of the place. */
  personIndex?: number
}

interface Parts {
  rooms: readonly RoomId[]
  talkers: Talker[]
  raw: RawTalker
}

/** The modest load of every fault: people at the SDK and one with bare frames, all of whom write down what they see. */
export class Crowd {
  readonly talkers: Talker[]
  readonly raw: RawTalker
  readonly #place: Place
  readonly #world: World
  readonly #rooms: readonly RoomId[]

  private constructor(world: World, place: Place, { rooms, talkers, raw }: Parts) {
    this.#world = world
    this.#place = place
    this.#rooms = rooms
    this.talkers = talkers
    this.raw = raw
  }

  /** Resolves when everybody at the SDK is live. */
  static async gather(world: World, place: Place, options: CrowdOptions = {}): Promise<Crowd> {
    const { talkers: count = 4, url = place.url, paceMs = 40, roomIndex, personIndex = 0 } = options
    const rooms = roomIndex === undefined ? place.rooms : [place.room(roomIndex)]
    const talkers = Array.from({ length: count }, (_, index) => {
      const person = place.person(personIndex + index)
      return new Talker({ name: `talker-${index}`, url, person, rooms, random: world.random, paceMs })
    })
    const person = place.person(personIndex + count)
    const raw = new RawTalker({ name: 'raw', url: place.url, person, rooms, paceMs })
    const crowd = new Crowd(world, place, { rooms, talkers, raw })
    world.after(() => crowd.leave())
    await Promise.all(talkers.map(({ natter }) => natter.ready))
    return crowd
  }

  get acked(): number {
    return [...this.talkers, this.raw].flatMap(({ posts }) => posts).filter(({ outcome }) => outcome.state === 'acked')
      .length
  }

  talk(): void {
    for (const talker of this.talkers) talker.talk()
    this.raw.talk()
  }

  async hush(): Promise<void> {
    this.raw.hush()
    await Promise.all(this.talkers.map((talker) => talker.hush()))
  }

  /** Has everybody try now instead of when the backoff says. */
  hurry(): void {
    for (const { natter } of this.talkers) natter.reconnectNow()
  }

  /** Talks until so many further messages are acknowledged. */
  async talkFor(messages: number): Promise<void> {
    const enough = this.acked + messages
    this.talk()
    if (!(await within(HEAL_MS_MAX, () => this.acked >= enough)))
      throw new Error(`Of ${messages} messages only ${this.acked + messages - enough} were acknowledged in time.`)
  }

  /** Resolves with the time it took until everything written is answered and everybody has seen everything. */
  async heal(): Promise<{ healedMs: number; isHealed: boolean }> {
    const startedAt = performance.now()
    await this.hush()
    const isAnswered = await within(HEAL_MS_MAX, () => this.talkers.every(({ pending }) => pending === 0))
    const log = await this.#readLog()
    const heads = new Map(this.#rooms.map((room) => [room, log.messages.get(room)?.at(-1)?.n ?? 0]))
    const seen = Promise.all([
      ...this.talkers.map((talker) => talker.reached(heads)),
      ...this.#rooms.map((room) => this.raw.follower.reached(room, log.head(room))),
    ])
    const isSeen = await Promise.race([seen.then(() => true), wait(HEAL_MS_MAX, false, { ref: false })])
    return { healedMs: performance.now() - startedAt, isHealed: isAnswered && isSeen }
  }

  /** Heals, and holds what everybody wrote and saw against the log. */
  async verdict(): Promise<Counts> {
    const { healedMs, isHealed } = await this.heal()
    await this.raw.close()
    const counts = await this.judgeNow()
    for (const { name, natter } of this.talkers) {
      if (natter.counters.malformed > 0) violate(counts, `${name} met ${natter.counters.malformed} malformed frames`)
    }
    if (!isHealed) violate(counts, `not healed after ${HEAL_MS_MAX} ms`)
    this.#world.note(`healed in ${Math.round(healedMs)} ms`)
    return counts
  }

  /** The judgement alone; all must be quiet. */
  async judgeNow(): Promise<Counts> {
    const { messages } = await this.#readLog()
    const evidence = {
      posts: [...this.talkers, this.raw].flatMap((each) => each.posts),
      viewings: this.talkers.flatMap(({ viewings }) => viewings),
      received: this.raw.follower.records,
      told: messages,
      logs: readFinalLogs(this.#place.folder, this.#rooms),
    }
    this.#world.keep(historyOf(evidence), evidence.logs)
    return judge(evidence)
  }

  async #readLog(): Promise<WholeLog> {
    const log = new WholeLog(this.#rooms)
    const reader = await bare(this.#place.url, this.#place.person(0).token)
    await log.read(reader)
    await reader.close()
    return log
  }

  async leave(): Promise<void> {
    await Promise.all([...this.talkers.map((talker) => talker.close()), this.raw.close()])
  }
}

/** Whether it came true in time. */
export async function within(ms: number, isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  const endsAt = performance.now() + ms
  while (!(await isTrue())) {
    if (performance.now() > endsAt) return false
    await wait(LOOK_EVERY_MS)
  }
  return true
}
