import type { NatterError } from '@natter/client'
import type { Connection, Message, Natter, RoomHandle, Timeline, View } from '@natter/client'

const PAGE = 50

/** A view that tests set. */
class Box<T> implements View<T> {
  #value: T
  readonly #listeners = new Set<(value: T) => void>()

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set value(value: T) {
    this.#value = value
    for (const listener of this.#listeners) listener(value)
  }

  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** A room whose timeline shows what the test says, and whose pages come from a log that the test holds. */
export class FakeRoom {
  /** What the server has. Message n has seq 2n: other things happen in between. */
  log: Message[] = []
  /** What was asked for, in order. */
  readonly asked: string[] = []
  /** The next page fails with this. */
  failure: NatterError | undefined
  readonly connection = new Box<Connection>({ state: 'live', since: 0, roundTripMs: 1 })
  readonly rooms = new Box([{ id: 'rm_denn' }])
  readonly timeline = new Box(timelineOf([], true, true))

  /** Posts so many messages without the timeline hearing of it. */
  post(count: number): void {
    for (let more = 0; more < count; more++) {
      const n = this.log.length + 1
      this.log.push({ n, seq: 2 * n, by: 'us_adaa', at: 0, cid: `c${n}`, text: `m${n}` })
    }
  }

  /** The timeline shows messages `from` to `to`, by n. */
  show(from: number, to: number = this.log.length): void {
    this.timeline.value = timelineOf(this.log.slice(from - 1, to), from <= 1, to === this.log.length)
  }

  get handle(): RoomHandle {
    const first = (): number => this.#shown.at(0)?.n ?? 0
    const last = (): number => this.#shown.at(-1)?.n ?? 0
    return {
      id: 'rm_denn',
      timeline: this.timeline,
      loadOlder: () => this.#page(`before ${first()}`, () => this.show(Math.max(1, first() - PAGE), last())),
      loadNewer: () =>
        this.#page(`after ${last()}`, () => this.show(first(), Math.min(this.log.length, last() + PAGE))),
      jumpTo: (seq: number) =>
        this.#page(`around seq ${seq}`, () =>
          this.show(Math.max(1, seq / 2 - 25), Math.min(this.log.length, seq / 2 + 25)),
        ),
    } as Partial<RoomHandle> as RoomHandle
  }

  get natter(): Natter {
    return { connection: this.connection, rooms: this.rooms } as Partial<Record<keyof Natter, unknown>> as Natter
  }

  get #shown(): Message[] {
    return this.timeline.value.items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
  }

  async #page(what: string, load: () => void): Promise<void> {
    this.asked.push(what)
    const { failure } = this
    this.failure = undefined
    await Promise.resolve()
    if (failure !== undefined) throw failure
    load()
  }
}

function timelineOf(messages: Message[], atStart: boolean, atEnd: boolean): Timeline {
  const items = messages.map((message) => ({ kind: 'message', key: message.cid, message }) as const)
  return { items, status: 'live', atStart, atEnd } as Partial<Timeline> as Timeline
}
