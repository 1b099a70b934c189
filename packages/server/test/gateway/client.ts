import type { CloseName, Control, Cursor, DurableEvent, EphemeralEvent, HelloReply, InboxEvent } from '@natter/protocol'
import type { CommandOf, CommandType, ReplyOf, WireError } from '@natter/protocol'
import type { Connection } from '../../src/gateway/connection.ts'
import type { UpgradeCredential } from '../../src/gateway/doorkeeper.ts'
import type { Gateway } from '../../src/gateway/gateway.ts'
import { receive } from '../../src/gateway/receive.ts'
import type { SharedFrame } from '../../src/gateway/shared-frame.ts'
import { FakeTransport } from './fake-transport.ts'

export type Said =
  | DurableEvent
  | EphemeralEvent
  | InboxEvent
  | Control
  | { re: number | null; ok: unknown }
  | { re: number | null; error: WireError }

export type SaidType = Extract<Said, { type: string }>['type']
export type Answered<Ok> = { ok: Ok; error?: undefined } | { ok?: undefined; error: WireError }
type WithoutId<Type extends CommandType> = Omit<CommandOf<Type>, 'id' | 'type'>

/** One device of somebody, with the road to it in hand. */
export class Client {
  readonly transport = new FakeTransport()
  readonly connection: Connection
  readonly #gateway: Gateway
  readonly #settle: () => Promise<void>
  readonly #credential: UpgradeCredential
  readonly #parsed = new WeakMap<SharedFrame, Said>()
  #lastId = 0

  constructor(gateway: Gateway, settle: () => Promise<void>, credential?: UpgradeCredential, address = '192.0.2.1') {
    this.#gateway = gateway
    this.#settle = settle
    this.#credential = credential
    this.connection = gateway.connect(this.transport, address)
    // Like a socket: the end is told later, never from within the call that caused it.
    this.transport.pong = () => queueMicrotask(() => this.connection.hear(gateway.ports.clock.uptime()))
    this.transport.ended = () => queueMicrotask(() => this.vanish())
  }

  /** Everything that was said to this client, in order. */
  get said(): Said[] {
    return this.transport.frames.map((frame) => {
      let said = this.#parsed.get(frame)
      if (said === undefined) this.#parsed.set(frame, (said = JSON.parse(frame.json) as Said))
      return said
    })
  }

  get closed(): { code: CloseName | 'normal'; reason: string } | undefined {
    return this.transport.closed
  }

  all<Type extends SaidType>(type: Type): Extract<Said, { type: Type }>[] {
    return this.said.filter((each) => 'type' in each && each.type === type) as Extract<Said, { type: Type }>[]
  }

  /** Forgets what was said up to now. */
  forget(): void {
    this.transport.writes.length = 0
  }

  /** Sends a frame as it stands. */
  sendText(text: string): void {
    receive(this.#gateway, this.connection, text, this.#credential)
  }

  /** Sends a command, without waiting; returns its id. */
  send<Type extends CommandType>(type: Type, fields: WithoutId<Type>): number {
    const id = ++this.#lastId
    this.sendText(JSON.stringify({ id, type, ...fields }))
    return id
  }

  /** Sends a command and returns the answer. */
  async ask<Type extends CommandType>(type: Type, fields: WithoutId<Type>): Promise<Answered<ReplyOf<Type>>> {
    const id = this.send(type, fields)
    await this.#settle()
    return this.answerTo(id)
  }

  /** The same, where an `ok` is taken for granted. */
  async must<Type extends CommandType>(type: Type, fields: WithoutId<Type>): Promise<ReplyOf<Type>> {
    const { ok, error } = await this.ask(type, fields)
    if (error !== undefined) throw new Error(`${type} was refused: ${error.code} ${error.message}`)
    return ok
  }

  answerTo<Ok>(id: number): Answered<Ok> {
    const found = this.said.find((each) => 're' in each && each.re === id)
    if (found === undefined) throw new Error(`There is no answer to ${id} in ${JSON.stringify(this.said)}`)
    return found as Answered<Ok>
  }

  isAnswered(id: number): boolean {
    return this.said.some((each) => 're' in each && each.re === id)
  }

  async hello(token: string | undefined, more: Partial<WithoutId<'hello'>> = {}): Promise<HelloReply> {
    return this.must('hello', { version: 1, ...(token === undefined ? {} : { token }), ...more })
  }

  /** Opens a room from the cursor, or from fresh. */
  open(room: CommandOf<'room.open'>['room'], cursor: Cursor | null = null): Promise<ReplyOf<'room.open'>> {
    return this.must('room.open', { room, cursor })
  }

  /** The road ends without a word. */
  vanish(): void {
    this.#gateway.disconnect(this.connection)
  }
}
