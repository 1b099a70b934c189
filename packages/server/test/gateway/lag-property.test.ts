import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { CatchUp, Cursor, RoomId } from '@natter/protocol'
import type { Client, Said } from './client.ts'
import { house } from './house.ts'
import type { House } from './house.ts'

const RUNS = 200
/** Any other one is worth a run after a change of the gateway. */
const SEED = 1
const ROOMS = 2
/** Enough of them to be more than 512 KiB behind. */
const FLOOD = { messages: 80, characters: 7_500 }

type Step =
  | { do: 'say' | 'flood' | 'open' | 'close' | 'answer'; room: number }
  | { do: 'stall' }
  | { do: 'drain' }
  | { do: 'pass'; ms: number }

const aboutRoom = (what: 'say' | 'flood' | 'open' | 'close' | 'answer') =>
  fc.record({ do: fc.constant(what), room: fc.nat({ max: ROOMS - 1 }) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: aboutRoom('say') },
  { weight: 2, arbitrary: aboutRoom('flood') },
  { weight: 2, arbitrary: aboutRoom('open') },
  { weight: 2, arbitrary: aboutRoom('close') },
  { weight: 2, arbitrary: aboutRoom('answer') },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('stall' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drain' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(500, 3_000, 9_000) }) },
)

test('GW-69 a reader that falls behind at any moment and catches up at any other misses nothing', async () => {
  let lags = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
      const there = await house()
      const rooms = [there.den, await there.room(there.ada, [there.kim])]
      const reader = new LaggingReader(await there.kim.connect(), rooms)
      for (const room of rooms) reader.turn(room, 'open')
      await there.settle()
      await reader.hear(there)
      for (const each of steps) {
        await take(there, reader, each)
        await reader.hear(there)
      }
      reader.client.transport.buffered = 0
      for (let seconds = 0; seconds < 4; seconds++) {
        await there.clock.advance(1_000)
        await reader.hear(there)
      }
      lags += reader.lags
      await check(there, reader)
    }),
    { numRuns: RUNS, seed: SEED },
  )
  assert.ok(lags > RUNS / 4, `${lags} times behind in ${RUNS} runs`)
})

async function take({ ada, clock, settle }: House, reader: LaggingReader, each: Step): Promise<void> {
  const { client, rooms } = reader
  if (each.do === 'stall') client.transport.buffered ||= 1
  else if (each.do === 'drain') client.transport.buffered = 0
  else if (each.do === 'pass') await clock.advance(each.ms)
  else {
    const room = rooms[each.room]
    if (room === undefined || client.connection.isClosed) return
    if (each.do === 'say') await ada.say(room, 'hi')
    else if (each.do === 'answer')
      reader.sent.push(client.send('message.send', { room, cid: `k${reader.sent.length}`, text: 'yes' }))
    else if (each.do === 'flood')
      for (let index = 0; index < FLOOD.messages; index++) {
        await ada.say(room, 'x'.repeat(FLOOD.characters))
        if (index % 8 === 0) await settle()
      }
    else reader.turn(room, each.do)
  }
  await settle()
}

async function check({ ports }: House, reader: LaggingReader): Promise<void> {
  const { client, rooms, places, sent } = reader
  // Cut off for good is loud as well.
  if (client.closed !== undefined) return assert.equal(client.closed.code, 'slowReader')
  for (const id of sent) assert.ok(client.isAnswered(id), `no answer to ${id}`)
  const heads = await ports.store.heads([...rooms])
  for (const room of rooms) {
    const head = heads.get(room)?.seq
    const place = places.get(room)
    if (place?.isOpen === true) assert.equal(place.cursor?.[0], head, `${room} is read to its end`)
    else assert.ok(place === undefined || place.known === head, `${room} is known to stand at ${head}: ${place?.known}`)
  }
}

interface Place {
  isOpen: boolean
  cursor: Cursor | null
  /** The highest head that was told. */
  known: number
  /** Named by `lag`: until the answer to `sync` events may come early. */
  isBroken: boolean
  early: Map<number, Cursor>
}

/** Reads as a client does: what comes next is applied, what is missing must have been named. */
class LaggingReader {
  readonly client: Client
  readonly rooms: readonly RoomId[]
  readonly places = new Map<RoomId, Place>()
  readonly sent: number[] = []
  lags = 0
  readonly #opens = new Map<number, { room: RoomId; isCancelled: boolean }>()
  readonly #syncs = new Map<number, RoomId[]>()
  #read = 0

  constructor(client: Client, rooms: readonly RoomId[]) {
    this.client = client
    this.rooms = rooms
  }

  /** Opens or closes a room. An arrow, since it is handed around by itself. */
  readonly turn = (room: RoomId, what: 'open' | 'close'): void => {
    const place = this.places.get(room)
    if (what === 'close') {
      this.client.send('room.close', { room })
      if (place !== undefined) place.isOpen = false
      for (const opening of this.#opens.values()) opening.isCancelled ||= opening.room === room
    } else {
      const id = this.client.send('room.open', { room, cursor: place?.cursor ?? null })
      this.#opens.set(id, { room, isCancelled: false })
    }
  }

  async hear({ settle }: House): Promise<void> {
    for (;;) {
      const { said } = this.client
      if (said.length === this.#read) return
      for (const each of said.slice(this.#read)) this.#take(each)
      this.#read = said.length
      await settle()
    }
  }

  #take(said: Said): void {
    if ('re' in said) {
      if (said.re !== null && 'ok' in said) this.#answered(said.re, said.ok)
    } else if ('control' in said) {
      if (said.control === 'lag') this.#behind(said.rooms as RoomId[])
    } else if (said.type === 'room.moved') this.#knows(said.room, said.seq)
    else if (said.type === 'message.posted') this.#event(said.room, [said.seq, said.ref])
  }

  #answered(id: number, ok: unknown): void {
    const opened = this.#opens.get(id)
    if (opened !== undefined) this.#caughtUp(opened.room, ok as CatchUp, !opened.isCancelled)
    const parts = (ok as { rooms?: Record<RoomId, CatchUp> }).rooms ?? {}
    for (const room of this.#syncs.get(id) ?? []) {
      const part = parts[room]
      if (part !== undefined && 'mode' in part) this.#caughtUp(room, part, false)
    }
  }

  #caughtUp(room: RoomId, { upTo }: CatchUp, isOpened: boolean): void {
    const place = this.#place(room)
    if (isOpened) place.isOpen = true
    place.isBroken = false
    if (upTo[0] > (place.cursor?.[0] ?? 0)) place.cursor = upTo
    this.#knows(room, upTo[0])
    this.#settle(place)
  }

  #event(room: RoomId, at: Cursor): void {
    const place = this.#place(room)
    const stands = place.cursor?.[0] ?? 0
    if (at[0] <= stands) return
    assert.ok(place.isBroken || at[0] === stands + 1, `after ${stands} came ${at[0]}, and nobody said why`)
    place.early.set(at[0], at)
    this.#knows(room, at[0])
    this.#settle(place)
  }

  #behind(rooms: RoomId[]): void {
    this.lags++
    const open = rooms.filter((room) => this.places.get(room)?.isOpen)
    for (const room of open) this.#place(room).isBroken = true
    const cursors = Object.fromEntries(open.map((room) => [room, this.#place(room).cursor]))
    if (open.length > 0) this.#syncs.set(this.client.send('sync', { rooms: cursors }), open)
  }

  #settle(place: Place): void {
    for (const seq of place.early.keys()) if (seq <= (place.cursor?.[0] ?? 0)) place.early.delete(seq)
    for (let next: Cursor | undefined; (next = place.early.get((place.cursor?.[0] ?? 0) + 1)) !== undefined;) {
      place.early.delete(next[0])
      place.cursor = next
    }
  }

  #knows(room: RoomId, seq: number): void {
    const place = this.#place(room)
    place.known = Math.max(place.known, seq)
  }

  #place(room: RoomId): Place {
    let place = this.places.get(room)
    if (place === undefined) {
      place = { isOpen: false, cursor: null, known: 0, isBroken: false, early: new Map() }
      this.places.set(room, place)
    }
    return place
  }
}
