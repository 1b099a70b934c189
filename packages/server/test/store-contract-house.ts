import assert from 'node:assert/strict'
import type { RoomCommand } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type {
  CatchUp,
  Cursor,
  DurableEvent,
  HistoryReply,
  Refusal,
  RoomId,
  UserCatchUp,
  UserId,
} from '@natter/protocol'
import type { Appended, MarkedRead, WrittenPlace } from '../src/ports/log-store.ts'
import type { Store } from '../src/ports/store.ts'

/** A store for one test. `reopen` is there where it keeps things: closes it and opens what it left. */
export interface OpenedStore {
  store: Store
  reopen?: () => Promise<Store>
  close: () => Promise<void>
}
export type OpenStore = () => Promise<OpenedStore>

/** How a test of the contract is run: in a house of the store that most share, or with a store of its own. */
export interface Stage {
  shared(test: (house: House) => Promise<void>): () => Promise<void>
  fresh(test: (house: House, opened: OpenedStore) => Promise<void>): () => Promise<void>
}

/** `Omit` that keeps a union apart. */
type Without<Type, Key extends string> = Type extends unknown ? Omit<Type, Key> : never
/** A command as tests write it: the room is added, and a cid where the test does not care. */
export type Wish = Without<
  Exclude<RoomCommand, { type: 'room.create' | 'dm.open' | 'message.sendMany' }>,
  'room' | 'cid'
> & {
  cid?: string
}

/** People and rooms of a test, with short words for what they do. Time goes on by one with each step. */
export class House {
  store: Store
  /** Shared by all houses, so that no id and no handle comes twice into one store. */
  static #steps = 1_000

  constructor(store: Store) {
    this.store = store
  }

  /** A number that was not used before; also the time. */
  step(): number {
    return ++House.#steps
  }

  /** A new account, whose handle is the name and a number. */
  async person(name: string): Promise<UserId> {
    const id: UserId = `us_${name}${this.step()}`
    must(
      await this.store.createAccount({
        id,
        handle: id.slice('us_'.length),
        name,
        passwordHash: `hash of ${name}`,
        at: this.step(),
        signup: 'open',
        invite: undefined,
      }),
    )
    return id
  }

  people(...names: string[]): Promise<UserId[]> {
    return inTurn(names, (name) => this.person(name))
  }

  /** A new room with its owner and members. */
  async room(owner: UserId, members: UserId[] = [], kind: 'public' | 'private' = 'private'): Promise<RoomId> {
    const room: RoomId = `rm_room${this.step()}`
    const command = { type: 'room.create', cid: `make ${room}`.replace(' ', '-'), kind, name: 'Den' } as const
    must(await this.store.append({ room, actor: owner, at: this.step(), command }))
    await inTurn(members, (user) => this.did(owner, room, { type: 'room.invite', user }))
    return room
  }

  write(actor: UserId, room: RoomId, wish: Wish): Promise<Appended | Refusal> {
    const at = this.step()
    const command = { cid: `cid${at}`, ...wish, room } as RoomCommand
    return this.store.append({ room, actor, at, command })
  }

  /** The same, which must not be refused. */
  async did(actor: UserId, room: RoomId, wish: Wish): Promise<Appended> {
    return must(await this.write(actor, room, wish))
  }

  /** Posts, and answers with the place of the message. */
  async post(actor: UserId, room: RoomId, text: string, cid?: string): Promise<WrittenPlace> {
    const { places } = await this.did(actor, room, {
      type: 'message.send',
      text,
      ...(cid === undefined ? {} : { cid }),
    })
    return only(places)
  }

  sendMany(actor: UserId, room: RoomId, items: { cid: string; text: string }[]): Promise<Appended | Refusal> {
    return this.store.append({ room, actor, at: this.step(), command: { type: 'message.sendMany', room, items } })
  }

  read(user: UserId, room: RoomId, seq: number, force = false): Promise<MarkedRead | Refusal> {
    return this.store.markRead({ user, room, seq, force, at: this.step() })
  }

  async catchUp(viewer: UserId, room: RoomId, cursor: Cursor | null): Promise<CatchUp> {
    return JSON.parse(must(await this.store.catchUp(viewer, room, cursor)).json) as CatchUp
  }

  /** Everything in the log of a room, as a member gets it. */
  async events(viewer: UserId, room: RoomId): Promise<DurableEvent[]> {
    const found = await this.catchUp(viewer, room, [0, ''])
    assert(found.mode === 'delta', 'the log must fit into a delta')
    return found.events
  }

  async userCatchUp(user: UserId, cursor: Cursor | null): Promise<UserCatchUp> {
    return JSON.parse((await this.store.userCatchUp(user, cursor)).json) as UserCatchUp
  }

  async history(
    viewer: UserId,
    room: RoomId,
    page: { before?: number; after?: number; around?: number; at?: number; limit?: number } = {},
  ): Promise<HistoryReply> {
    return JSON.parse(must(await this.store.history(viewer, room, { limit: 50, ...page }))) as HistoryReply
  }
}

/** The answer, which must not be a refusal. */
export function must<Answer>(answer: Answer | Refusal): Answer {
  assert(!isRefusal(answer), isRefusal(answer) ? `refused: ${answer.refused.message}` : '')
  return answer
}

/** The code of a refusal, or undefined. */
export function codeOf(answer: unknown): string | undefined {
  return isRefusal(answer) ? answer.refused.code : undefined
}

export function only<Item>(items: readonly Item[]): Item {
  const [first] = items
  assert(items.length === 1 && first !== undefined, `one expected, there are ${items.length}`)
  return first
}

/** One after the other. */
export async function inTurn<Item, Answer>(
  items: readonly Item[],
  task: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const item of items) answers.push(await task(item))
  return answers
}

/** What mentions somebody in a text. */
export function mentionOf(user: UserId): string {
  return `@${user.slice('us_'.length)}`
}

/** 1, 2, … `count`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
