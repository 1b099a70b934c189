import type { RoomId } from '@natter/protocol'
import { pacerOf } from '../bench.ts'
import type { Bench } from '../bench.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import type { Lateness } from '../method/lateness.ts'
import { evenTimes } from '../method/schedule.ts'
import { chatText } from './chat-text.ts'
import type { RawClient } from './raw-client.ts'
import type { Rig } from './rig.ts'
import type { Seeded } from './seed.ts'
import { signIn } from './sign-in.ts'

/** Answers that are awaited after the last send. */
const ANSWERS_MS_MAX = 30_000

/** People who talk in one room, in turn, and do not look at it. */
export class Talkers {
  readonly #clients: readonly RawClient[]
  readonly #room: RoomId
  readonly #bench: Bench
  #sent = 0
  #answered = 0
  #settle: () => void = () => {}
  /** The greatest seq that was acknowledged. */
  lastSeq = 0
  refused = 0

  private constructor(bench: Bench, room: RoomId, clients: readonly RawClient[]) {
    this.#bench = bench
    this.#room = room
    this.#clients = clients
    for (const client of clients) client.onText((frame) => this.#answer(frame))
  }

  static async come(bench: Bench, rig: Rig, at: { port: number; room: RoomId; people: Seeded[] }): Promise<Talkers> {
    const clients = await Promise.all(
      at.people.map(async (person) => rig.keep((await signIn({ port: at.port, person, rooms: {} })).client)),
    )
    return new Talkers(bench, at.room, clients)
  }

  /** Posts at this rate, whatever the room does meanwhile; resolves when all of it is acknowledged. */
  async talk(perSecond: number, seconds: number): Promise<{ messages: number; lateness: Lateness }> {
    const times = evenTimes(perSecond, seconds)
    const lateness = await runOpenLoop(times, () => this.#post(), pacerOf(this.#bench))
    await this.#answers()
    return { messages: times.length, lateness }
  }

  #post(): void {
    const index = this.#sent++
    const command = {
      id: index + 2,
      type: 'message.send',
      room: this.#room,
      cid: `talk-${index}`,
      text: chatText(index),
    }
    this.#clients[index % this.#clients.length]?.sendText(JSON.stringify(command))
  }

  #answer(frame: Buffer): void {
    const text = frame.toString()
    if (!text.startsWith('{"re":')) return
    const { ok } = JSON.parse(text) as { ok?: { seq: number } }
    if (ok === undefined) this.refused++
    else this.lastSeq = Math.max(this.lastSeq, ok.seq)
    this.#answered++
    if (this.#answered === this.#sent) this.#settle()
  }

  async #answers(): Promise<void> {
    const settled = Promise.withResolvers<void>()
    this.#settle = settled.resolve
    if (this.#answered === this.#sent) return
    const late = AbortSignal.timeout(ANSWERS_MS_MAX)
    late.addEventListener('abort', settled.reject.bind(undefined, new Error('Some messages were never acknowledged.')))
    await settled.promise
  }
}
