import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { Chaos } from '../gateway/chaos.ts'
import type { Fate } from '../gateway/chaos.ts'
import { house } from '../gateway/house.ts'
import type { House } from '../gateway/house.ts'
import { Nomad } from './nomad.ts'
import type { Way } from './nomad.ts'

const RUNS = 150
/** Any other one is worth a run after a change. */
const SEED = 1
/** A store that is slow for long is not what this is about. */
const PATIENCE_MS = 10_000_000

type Step =
  | { do: 'say' | 'remove' | 'invite' }
  | { do: 'go'; nomad: number; way: Way }
  | { do: 'release'; index: number }
  | { do: 'pass'; ms: number }

const ALL: Way[] = ['websocket', 'stream', 'poll']
const fate = fc.constantFrom<Fate>('now', 'now', 'now', 'now', 'lost', 'twice', 'later', 'later')

function steps(ways: Way[]): fc.Arbitrary<Step[]> {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ do: 'say' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'invite' as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('go' as const),
        nomad: fc.nat({ max: 1 }),
        way: fc.constantFrom(...ways),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('release' as const), index: fc.nat({ max: 20 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(300, 1_000, 26_000) }),
    },
  )
  return fc.array(step, { minLength: 10, maxLength: 60, size: 'max' })
}

for (const [what, ways] of [
  ['only polls', ['poll']],
  ['only has streams', ['stream']],
  ['changes between all three', ALL],
] as const) {
  test(`FB-6 FB-7 a client that ${what} sees exactly 1 to the head, whatever the bus does`, async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(steps([...ways]), fc.infiniteStream(fate), async (each, fates) => {
        seen += await live(each, () => nextOf(fates), ways)
      }),
      { numRuns: RUNS, seed: SEED },
    )
    assert.ok(seen > RUNS, 'events must have been seen for this to mean anything')
  })
}

async function live(all: Step[], next: () => Fate, [first = 'poll']: readonly Way[]): Promise<number> {
  const world = await World.make(next, first)
  for (const step of all) await world.take(step)
  return world.end()
}

/** A house under chaos, and two clients that change their ways. */
class World {
  readonly #there: House
  readonly #chaos: Chaos
  readonly #nomads: Nomad[]
  /** When kim was removed; undefined while inside. */
  #removedAt: number | undefined
  #cids = 0

  private constructor(there: House, chaos: Chaos, way: Way) {
    this.#there = there
    this.#chaos = chaos
    const kim = new Nomad(there, there.kim, there.den, way)
    kim.mayHear = (seq) => this.#removedAt === undefined || seq <= this.#removedAt
    this.#nomads = [kim, new Nomad(there, there.ada, there.den, way)]
  }

  static async make(next: () => Fate, way: Way): Promise<World> {
    let isBuilt = false
    const chaos = new Chaos(() => (isBuilt ? next() : 'now'))
    const there = await house({ bus: chaos.bus, store: chaos.store, limits: { helloMs: PATIENCE_MS } })
    isBuilt = true
    return new World(there, chaos, way)
  }

  async take(step: Step): Promise<void> {
    const { ada, den, clock } = this.#there
    if (step.do === 'say') await ada.say(den, 'hi')
    else if (step.do === 'release') this.#chaos.release(step.index)
    else if (step.do === 'pass') await clock.advance(step.ms)
    else if (step.do === 'go') this.#nomads[step.nomad]?.go(step.way)
    else await this.#change(step.do)
    await this.#settle()
  }

  /** Nothing goes wrong any more; two sweeps and the longest wait later everybody must know everything. */
  async end(): Promise<number> {
    await this.#change('invite')
    this.#chaos.end()
    for (let passed = 0; passed < 90; passed += 5) {
      await this.#there.clock.advance(5_000)
      await this.#settle()
    }
    const log = await this.#there.ports.store.eventsAfter(this.#there.den, 0, 10_000)
    const all = log.map(({ seq }) => seq)
    for (const { seen } of this.#nomads) assert.deepEqual(seen, all)
    return all.length
  }

  async #change(what: 'remove' | 'invite'): Promise<void> {
    const { ada, kim, den } = this.#there
    if ((this.#removedAt !== undefined) !== (what === 'invite')) return
    // Before it is written: what is said from here on may be heard.
    if (what === 'invite') this.#removedAt = undefined
    const { events } = await ada.write({ type: `room.${what}`, room: den, user: kim.id, cid: `m${++this.#cids}` }, den)
    if (what === 'remove') this.#removedAt = events.at(-1)?.seq
  }

  async #settle(): Promise<void> {
    await this.#there.settle()
    for (const nomad of this.#nomads) nomad.catchUp()
    await this.#there.settle()
    for (const nomad of this.#nomads) nomad.catchUp()
  }
}

function nextOf(fates: fc.Stream<Fate>): Fate {
  const next = fates.next()
  return next.done === true ? 'now' : next.value
}
