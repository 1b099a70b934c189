import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Cursor, RoomId, UserId } from '@natter/protocol'
import { Chaos } from './chaos.ts'
import type { Fate } from './chaos.ts'
import { house } from './house.ts'
import type { House, Person } from './house.ts'
import { Reader } from './reader.ts'

const RUNS = 300
/** Any other one is worth a run after a change of the gateway. */
const SEED = 1
const READERS = 4
/** A store that is slow for long is not what this is about. */
const PATIENCE_MS = 10_000_000

type Step =
  | { do: 'say'; text: string }
  | { do: 'open' | 'close' | 'sync' | 'leave' | 'come'; reader: number; fresh: boolean }
  | { do: 'remove' | 'invite'; reader: number }
  | { do: 'release'; index: number }
  | { do: 'pass'; ms: number }

const reader = fc.nat({ max: READERS - 1 })
const aboutReader = (what: 'open' | 'close' | 'sync' | 'leave' | 'come') =>
  fc.record({ do: fc.constant(what), reader, fresh: fc.boolean() })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), text: fc.constantFrom('hi', 'look, @kim') }) },
  { weight: 3, arbitrary: aboutReader('open') },
  { weight: 2, arbitrary: aboutReader('close') },
  { weight: 1, arbitrary: aboutReader('sync') },
  { weight: 1, arbitrary: aboutReader('leave') },
  { weight: 3, arbitrary: aboutReader('come') },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'invite' as const), reader }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('release' as const), index: fc.nat({ max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(300, 1_000) }) },
)
const fate = fc.constantFrom<Fate>('now', 'now', 'now', 'now', 'lost', 'twice', 'later', 'later')

test('GW-14 GW-19 GW-20 GW-21 GW-31 no hole, no double, no word to the removed, whatever the bus does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }),
      fc.infiniteStream(fate),
      async (steps, fates) => {
        const world = await World.make(() => nextOf(fates))
        for (const each of steps) await world.take(each)
        await world.settleDown()
        await world.check()
      },
    ),
    { numRuns: RUNS, seed: SEED },
  )
})

/** A house under chaos, with two devices each of kim and bob in ada's den. */
class World {
  readonly #house: House
  readonly #chaos: Chaos
  readonly #people: Person[]
  readonly #readers: (Reader | undefined)[] = []
  readonly #past: { reader: Reader; user: UserId }[] = []
  readonly #inside = new Set<UserId>()
  #count = 0

  private constructor(built: House, chaos: Chaos) {
    this.#house = built
    this.#chaos = chaos
    this.#people = [built.kim, built.bob, built.kim, built.bob]
    for (const { id } of this.#people) this.#inside.add(id)
  }

  static async make(next: () => Fate): Promise<World> {
    let isBuilt = false
    const chaos = new Chaos(() => (isBuilt ? next() : 'now'))
    const built = await house({ bus: chaos.bus, store: chaos.store, limits: { helloMs: PATIENCE_MS } })
    const { ada, bob, den } = built
    await ada.write({ type: 'room.invite', room: den, user: bob.id, cid: 'bob' }, den)
    isBuilt = true
    return new World(built, chaos)
  }

  get #den(): RoomId {
    return this.#house.den
  }

  async take(each: Step): Promise<void> {
    const { ada, clock } = this.#house
    if (each.do === 'say') await ada.say(this.#den, each.text)
    else if (each.do === 'release') this.#chaos.release(each.index)
    else if (each.do === 'pass') await clock.advance(each.ms)
    else if ('fresh' in each) this.#act(each.do, each.reader, each.fresh)
    else await this.#change(each.do, each.reader)
    // Those two are also sent in one breath, one after the other.
    if (each.do !== 'open' && each.do !== 'close') await this.#house.settle()
    for (const found of this.#readers) found?.catchUp()
  }

  async #change(what: 'remove' | 'invite', index: number): Promise<void> {
    const { id } = this.#people[index] ?? this.#house.kim
    const isWanted = what === 'invite'
    if (this.#inside.has(id) === isWanted) return
    if (isWanted) this.#inside.add(id)
    else this.#inside.delete(id)
    await this.#house.ada.write(
      { type: `room.${what}`, room: this.#den, user: id, cid: `m${++this.#count}` },
      this.#den,
    )
  }

  #come(index: number, isFresh: boolean): void {
    const person = this.#people[index]
    const before = this.#readers[index]
    if (person === undefined) return
    before?.client.vanish()
    const cursor: Cursor | null | undefined = isFresh ? null : before?.cursor
    const client = this.#house.stranger()
    const rooms = cursor === undefined ? {} : { [this.#den]: cursor }
    const id = client.send('hello', { version: 1, token: person.token, rooms })
    const found = new Reader(client, this.#den, id, cursor)
    this.#readers[index] = found
    this.#past.push({ reader: found, user: person.id })
  }

  #act(what: 'open' | 'close' | 'sync' | 'leave' | 'come', index: number, isFresh: boolean): void {
    const found = this.#readers[index]
    if (what === 'come') return this.#come(index, isFresh)
    if (found === undefined) return
    if (what === 'leave') {
      found.client.vanish()
      this.#readers[index] = undefined
    } else if (found.client.connection.session.state !== 'live') return
    else if (what === 'close') found.close()
    else if (what === 'sync') found.sync()
    else found.open(isFresh ? null : (found.cursor ?? null))
  }

  /** Nothing goes wrong any more; two sweeps and a tick later everybody must know. */
  async settleDown(): Promise<void> {
    this.#chaos.end()
    await this.#house.clock.advance(42_000)
    for (const found of this.#readers) found?.catchUp()
  }

  async check(): Promise<void> {
    const { ports } = this.#house
    const log = await ports.store.eventsAfter(this.#den, 0, 10_000)
    const head = log.at(-1)?.seq ?? 0
    for (const [index, found] of this.#readers.entries()) {
      const person = this.#people[index]
      if (found === undefined || person === undefined) continue
      assert.equal(found.client.closed, undefined)
      const { upTo } = await ports.store.userCatchUp(person.id, null)
      assert.equal(found.inboxSeq, upTo[0], 'everything in the user log has come')
      if (this.#inside.has(person.id)) assert.equal(found.isFull ? found.cursor?.[0] : found.knownSeq, head)
      else assert.equal(found.client.connection.rooms.size, 0)
    }
    for (const { reader: found, user } of this.#past) {
      const isInside = membershipOf(user, log)
      for (const seq of found.live)
        assert.ok(isInside[seq] === true || isInside[seq - 1] === true, `${seq} is not theirs`)
      for (const seq of found.moved) assert.ok(isInside[seq] === true, `that the room stands at ${seq} is not theirs`)
    }
  }
}

/** Whether the user is a member after each event, by seq. */
function membershipOf(user: UserId, log: { type: string; seq: number; user?: UserId }[]): boolean[] {
  const inside: boolean[] = []
  let isInside = false
  for (const event of log) {
    if (event.user === user) isInside = event.type === 'member.joined'
    inside[event.seq] = isInside
  }
  return inside
}

function nextOf(fates: fc.Stream<Fate>): Fate {
  const next = fates.next()
  return next.done === true ? 'now' : next.value
}
