import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { LIMITS, base62 } from '@natter/protocol'
import type { RoomId, UserId } from '@natter/protocol'
import { createMemoryStore } from '../../src/adapters/memory/memory-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { openInline } from './inline-store.ts'
import { newFolder } from './open-in-folder.ts'
import { PEOPLE, ROOMS, anyStep, beginning } from './random-steps.ts'

const RUNS = 60
const STEPS_MAX = 60

test('LOG-65 the SQLite store answers and shows any sequence of commands exactly as the one in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep(), { minLength: 10, maxLength: STEPS_MAX, size: 'max' }), async (steps) => {
      const folder = await newFolder()
      const memory = createMemoryStore({ random: counting(), limits: LIMITS })
      // The draws of its epoch and secret come first.
      const random = counting()
      random(1)
      random(1)
      const sqlite = openInline({ folder, nextRef: () => base62(random(4), 4) })
      try {
        for (const step of [...beginning(), ...steps]) await same(`answer to ${step.what}`, step.run, memory, sqlite)
        for (const [what, read] of everyReader()) await same(what, read, memory, sqlite)
      } finally {
        await sqlite.close()
        await rm(folder, { recursive: true })
      }
    }),
    { numRuns: RUNS },
  )
})

async function same(
  what: string,
  run: (store: Store) => Promise<unknown>,
  memory: Store,
  sqlite: Store,
): Promise<void> {
  const [expected, found] = await Promise.all([run(memory), run(sqlite)])
  assert.deepEqual(readable(found), readable(expected), what)
}

/** Bytes that never come twice, so that both stores draw the same refs if they draw as often. */
function counting(): (bytes: number) => Uint8Array {
  let draws = 0
  return (bytes) => {
    draws++
    return Uint8Array.from({ length: bytes }, (_, i) => Math.floor(draws / 62 ** i) % 62)
  }
}

/** Opens JSON text wherever it stands, for its keys may be in any order. */
function readable(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('{"') ? readable(JSON.parse(value)) : value
  if (Array.isArray(value)) return value.map(readable)
  if (value instanceof Map) return [...value].map(readable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]))
}

function* everyReader(): Generator<[string, (store: Store) => Promise<unknown>]> {
  const pages: { after: undefined; limit: number }[] = [
    { after: undefined, limit: 2 },
    { after: undefined, limit: 50 },
  ]
  yield ['heads', (store) => store.heads([...ROOMS])]
  for (const room of ROOMS) yield [`eventsAfter ${room}`, (store) => store.eventsAfter(room, 0, 500)]
  for (const user of PEOPLE) {
    yield [`greet ${user}`, (store) => store.greet(user, null, 5)]
    yield [`userCatchUp ${user}`, (store) => store.userCatchUp(user, [0, ''])]
    for (const page of pages) {
      yield [`roomsOf ${user}`, (store) => store.roomsOf(user, page)]
      yield [`publicRooms ${user}`, (store) => store.publicRooms(user, { query: 'rm', ...page })]
    }
    for (const room of ROOMS) yield* everyReaderOf(user, room)
  }
}

function* everyReaderOf(user: UserId, room: RoomId): Generator<[string, (store: Store) => Promise<unknown>]> {
  const about = `${user} ${room}`
  yield [`reset ${about}`, (store) => store.catchUp(user, room, null)]
  yield [`delta ${about}`, (store) => store.catchUp(user, room, [0, ''])]
  yield [`roomFor ${about}`, (store) => store.roomFor(user, room)]
  yield [`members ${about}`, (store) => store.members(user, room, { after: undefined, limit: 50 })]
  for (const seq of [0, 3, 10, 30]) {
    yield [`receipts ${about} ${seq}`, (store) => store.receipts(user, room, { seq, after: undefined, limit: 50 })]
    yield [`after ${about} ${seq}`, (store) => store.history(user, room, { after: seq, limit: 4 })]
    yield [`before ${about} ${seq}`, (store) => store.history(user, room, { before: seq + 1, limit: 4 })]
    yield [`at ${about} ${seq}`, (store) => store.history(user, room, { at: seq * 3, limit: 4 })]
    yield [`versions ${about} ${seq}`, (store) => store.versions(user, room, seq)]
    yield [`around ${about} ${seq}`, (store) => store.history(user, room, { around: seq + 1, limit: 5 })]
  }
}
