import { isRefusal } from '@natter/protocol'
import type { HelloReply, Refusal, WireError } from '@natter/protocol'
import { fallbackRoads } from '../../src/gateway/fallback-roads.ts'
import type { FallbackCall, FallbackHello } from '../../src/ports/fallback-roads.ts'
import type { House, Person } from '../gateway/house.ts'
import type { Said } from '../gateway/client.ts'

/** The end of the wire that a test holds. */
export interface FakeWire {
  buffered: number
  isCut: boolean
  leave(): void
}

/** A streamed response and all its lines so far. */
export interface Stream {
  wire: FakeWire
  refused: WireError | undefined
  /** The first line. */
  readonly first: HelloReply
  /** The others. */
  said: Said[]
  isOver: boolean
  /** Reads no more until it is told to. */
  pause(): void
  read(): Promise<void>
  /** The client goes away. */
  cancel(): void
}

/** A poll, answered or not. */
export interface Poll {
  readonly wire: FakeWire
  /** Questions, so that the compiler does not take an answer for the last word. */
  ok(): HelloReply | undefined
  refused(): WireError | undefined
}

type Place = Pick<House, 'gateway'> & Partial<Pick<House, 'settle'>>

/** Opens a stream for somebody; resolves once it is there or refused. */
export async function openStream(
  { gateway }: Place,
  person: Pick<Person, 'token'>,
  hello: FallbackHello = {},
  address = '192.0.2.1',
): Promise<Stream> {
  const { wire, call } = await callOf(gateway, person, hello, address)
  const found = await fallbackRoads(gateway).stream(call)
  return isRefusal(found) ? new Lines(wire, undefined, found.refused) : new Lines(wire, found)
}

/** Starts a poll. */
export async function startPoll(
  { gateway }: Place,
  person: Pick<Person, 'token'>,
  hello: FallbackHello,
  waitMs: number,
): Promise<Poll> {
  const { wire, call } = await callOf(gateway, person, hello, '192.0.2.1')
  const poll = new Answer(wire)
  void fallbackRoads(gateway)
    .poll(call, waitMs)
    .then((found) => (poll.found = found))
  return poll
}

class Answer implements Poll {
  readonly wire: FakeWire
  found: string | Refusal | undefined

  constructor(wire: FakeWire) {
    this.wire = wire
  }

  ok(): HelloReply | undefined {
    return typeof this.found === 'string' ? (JSON.parse(this.found) as HelloReply) : undefined
  }

  refused(): WireError | undefined {
    return isRefusal(this.found) ? this.found.refused : undefined
  }
}

class Lines implements Stream {
  readonly wire: FakeWire
  readonly refused: WireError | undefined
  isOver = false
  readonly #said: unknown[] = []
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  #isPaused = false
  #text = ''

  constructor(wire: FakeWire, body: ReadableStream<Uint8Array> | undefined, refused?: WireError) {
    this.wire = wire
    this.refused = refused
    this.#reader = body?.getReader()
    void this.read()
  }

  get first(): HelloReply {
    return this.#said[0] as HelloReply
  }

  get said(): Said[] {
    return this.#said.slice(1) as Said[]
  }

  pause(): void {
    this.#isPaused = true
  }

  async read(): Promise<void> {
    this.#isPaused = false
    const decoder = new TextDecoder()
    for (;;) {
      const step = await this.#reader?.read()
      if (step === undefined || step.done) break
      const lines = (this.#text + decoder.decode(step.value, { stream: true })).split('\n')
      this.#text = lines.pop() ?? ''
      this.#said.push(...lines.map((line) => JSON.parse(line) as unknown))
      if (this.#isPaused) return
    }
    this.isOver = true
  }

  cancel(): void {
    void this.#reader?.cancel()
  }
}

async function callOf(
  gateway: House['gateway'],
  person: Pick<Person, 'token'>,
  hello: FallbackHello,
  address: string,
): Promise<{ wire: FakeWire; call: FallbackCall }> {
  const proved = await gateway.doorkeeper.identify(person.token)
  if (proved === undefined) throw new Error('Nobody has this token.')
  const gone = new AbortController()
  const wire: FakeWire = { buffered: 0, isCut: false, leave: () => gone.abort() }
  const under = { bufferedBytes: () => wire.buffered, cut: () => void (wire.isCut = true), gone: gone.signal }
  return { wire, call: { proved, address, hello, wire: under } }
}
