import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { CommandType, DurableEvent, RoomId } from '@natter/protocol'
import { COMMANDS, durableEvent, reply } from '@natter/protocol/schemas'
import { mutatedFrames } from '../../../protocol/test/mutations.ts'
import type { MutatedFrame } from '../../../protocol/test/mutations.ts'
import { newRoom, openPlace, outcomeOf } from './place.ts'
import type { RawSocket } from './raw-socket.ts'

const place = await openPlace()
after(() => place.close())
const { store } = place.server.ports
const ada = await place.enter(place.ada)

/** What an error may repeat of its frame is little. */
const ERROR_LENGTH_MAX = 1_000
const HELD_UP_MS = 50
const TRIES = 5

for (const type of (Object.keys(COMMANDS) as CommandType[]).filter((each) => each !== 'hello')) {
  test(`BAD-1 BAD-2 BAD-3 every field of ${type} is answered in time, whatever it holds, and nothing is stored of what is refused`, async () => {
    const { room, seq } = await newRoom(ada, 'public', [place.kim, place.ben])
    let kim = await place.enter(place.kim)
    const counts = { ok: 0, refused: 0 }
    for (const frame of mutatedFrames({ room, user: place.ben.user.id, seq })) {
      if (frame.command !== type) continue
      const before = await headOf(room)
      const outcome = await outcomeInTime(kim, frame)
      if (outcome === 1000) {
        assert.equal(type, 'bye', frame.name)
        kim = await place.enter(place.kim)
      } else counts[outcome === 'ok' ? 'ok' : 'refused']++
      if (outcome !== 'ok') assert.equal(await headOf(room), before, `${frame.name}: ${outcome}`)
    }
    assert(counts.refused > 10, JSON.stringify(counts))
    await assertReadable(room)
    assert.deepEqual(place.faults(), [])
    kim.cut()
  })
}

test('BAD-1 BAD-3 every field of hello is answered, whatever it holds', async () => {
  const { room, seq } = await newRoom(ada, 'public', [place.kim])
  const outcomes = new Set<string | number>()
  for (const frame of mutatedFrames({ room, user: place.ben.user.id, seq })) {
    if (frame.command !== 'hello') continue
    const raw = await place.socket()
    const text = frame.text.replaceAll('"nat_1"', JSON.stringify(place.kim.token))
    const outcome = outcomeOf(await raw.ask(text))
    assert(['ok', 4401, 4500, 4501, 4502].includes(outcome), `${frame.name}: ${outcome}`)
    outcomes.add(outcome)
    raw.cut()
  }
  assert.deepEqual([...outcomes].toSorted(), ['ok', 4401, 4500, 4501, 4502].toSorted())
  assert.deepEqual(place.faults(), [])
})

test('BAD-1 after all that the server serves on', async () => {
  const { room } = await newRoom(ada, 'public')
  assert.equal(outcomeOf(await ada.ask(JSON.stringify({ id: 9, type: 'history', room }))), 'ok')
})

/** Asks; again where that took long, for a frame that is slow is slow each time, and a busy machine is not. */
async function outcomeInTime(raw: RawSocket, { name, text }: MutatedFrame): Promise<string | number> {
  let first: string | number | undefined
  for (let tries = 1; ; tries++) {
    const startedAt = performance.now()
    const answer = await raw.ask(text)
    const tookMs = performance.now() - startedAt
    first ??= outcomeOf(answer)
    if ('closed' in answer) return first
    const { text: said, ...frame } = answer
    assert.deepEqual(reply.parse(frame), frame, name)
    assert(!('error' in frame) || said.length < ERROR_LENGTH_MAX, `${name}: ${said}`)
    assert(!('error' in frame) || frame.error.code !== 'internal', `${name}: ${said}`)
    if (tookMs < HELD_UP_MS) return first
    assert(tries < TRIES, `${name} took ${tookMs} ms, ${TRIES} times`)
  }
}

async function headOf(room: RoomId): Promise<number | undefined> {
  return (await store.heads([room])).get(room)?.seq
}

/** Whatever was stored on the way reads as the contract says. */
async function assertReadable(room: RoomId): Promise<void> {
  const head = await headOf(room)
  const events = await store.eventsAfter(room, 0, 10_000)
  assert.deepEqual(
    events.map(({ seq }) => seq),
    Array.from({ length: head ?? 0 }, (_, index) => index + 1),
  )
  for (const { json } of events) {
    const event = JSON.parse(json) as DurableEvent
    assert.deepEqual(durableEvent.parse(event), event)
    assert(json.isWellFormed() && !json.includes('\\u0000') && !/\\ud[89a-f]/i.test(json), json)
  }
}
