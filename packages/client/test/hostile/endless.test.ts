import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CatchUp, Command, CommandType } from '@natter/protocol'
import { NatterError } from '../../src/index.ts'
import type { FakeRoom } from '../world/fake-room.ts'
import type { Scripted } from '../world/fake-server.ts'
import { texts, World } from '../world/world.ts'
import type { Person } from '../world/world.ts'
import { unheardIn } from './unheard.ts'

const MINUTE_MS = 60_000
/** What a client may ask in a minute in which nothing that it is told makes sense: it waits 300 ms before it asks again. */
const ASKED_A_MINUTE_MAX = 205

interface Scene {
  world: World
  kim: Person
  den: FakeRoom
}

async function scene(): Promise<Scene> {
  const world = new World()
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [world.server.addUser('ada'), kim.user])
  void kim.natter.room(den.id).open()
  await world.time.advance(500)
  return { world, kim, den }
}

/** Answers of a server that never comes to an end, by what it is asked. */
const ENDLESS: Record<string, (played: Scene) => (command: Command) => Scripted> = {
  'catch-ups that lead on and on, and hold nothing': ({ den }) =>
    catchUps((seq) => ({ mode: 'delta', upTo: [seq, `r${seq}`], events: [] }), den),
  'catch-ups that lead back': ({ den }) =>
    catchUps((seq) => ({ mode: 'delta', upTo: [Math.max(0, 100 - seq), 'r'], events: [] }), den),
  'catch-ups that lead to nowhere near': ({ den }) =>
    catchUps(() => ({ mode: 'delta', upTo: [Number.MAX_SAFE_INTEGER, 'r'], events: [] }), den),
  'fresh starts, one after the other': ({ den, kim }) =>
    catchUps(
      (seq) => ({
        mode: 'reset',
        upTo: [seq, `r${seq}`],
        room: { ...den.room, head: [seq + 50, 'x'] },
        member: { user: kim.user.id, role: 'member', joinedAt: 0 },
        messages: [],
        hole: [1, seq],
      }),
      den,
    ),
  'refusals to be tried again at once':
    () =>
    ({ type }) =>
      type === 'hello' ? undefined : { error: { code: 'unavailable', message: 'Not now.', retryAfterMs: 0 } },
  'refusals with times that make no sense':
    () =>
    ({ type }) =>
      type === 'hello' ? undefined : { error: { code: 'rate_limited', message: 'No.', retryAfterMs: -1e300 } },
  silence:
    () =>
    ({ type }) =>
      type === 'hello' ? undefined : 'silence',
}

function catchUps(make: (seq: number) => CatchUp, { id }: FakeRoom): (command: Command) => Scripted {
  let seq = 10
  return ({ type }) => {
    if (type === 'room.open') return { ok: make(++seq) }
    return type === 'sync' ? { ok: { rooms: { [id]: make(++seq) } } } : undefined
  }
}

for (const [name, make] of Object.entries(ENDLESS)) {
  test(`BAD-25 ${name}: the client asks in measure, and goes on when the server has come to its senses`, async () => {
    const unheard = await unheardIn(async () => {
      const played = await scene()
      const { world, kim, den } = played
      const room = kim.natter.room(den.id)
      world.server.script = make(played)
      for (let minute = 0; minute < 5; minute++) {
        const before = world.server.commands.length
        // A row far ahead each second, so that there always is a gap.
        for (let second = 0; second < 60; second++) {
          const seq = 1_000 * (minute * 60 + second + 1)
          kim.links
            .at(-1)
            ?.send({ type: 'message.unpinned', room: den.id, seq, ref: 'r', at: 1, by: kim.user.id, subject: 1 })
          await world.time.advance(1_000)
        }
        const asked = world.server.commands.slice(before)
        assert(asked.length <= ASKED_A_MINUTE_MAX, `${asked.length} in a minute: ${summary(asked)}`)
      }
      world.server.script = () => undefined
      room.send('still here')
      await world.time.advance(2 * MINUTE_MS)
      world.server.cut()
      await world.time.advance(MINUTE_MS)
      world.server.post(den, kim.user, 'the end')
      await world.time.advance(5_000)
      assert.deepEqual(texts(kim.natter, den.id).slice(-2), ['still here', 'the end'])
      await kim.natter.close()
    })
    assert.deepEqual(unheard, [])
  })
}

function summary(commands: readonly Command[]): string {
  const counts = new Map<CommandType, number>()
  for (const { type } of commands) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].map(([type, count]) => `${count} ${type}`).join(', ')
}

test('BAD-25 pages of history without end are asked for one by one, and what is shown is bounded', async () => {
  const { world, kim, den } = await scene()
  const room = kim.natter.room(den.id)
  let asked = 0
  world.server.script = (command) => {
    if (command.type !== 'history') return undefined
    asked++
    const before = command.before ?? 100_000
    const messages = Array.from({ length: 100 }, (_, index) => {
      const seq = Math.max(1, before - 100 + index)
      return { seq, n: seq, by: kim.user.id, at: 1, cid: `c${seq}`, text: 'again' }
    })
    return { ok: { messages, more: true } }
  }
  world.server.post(den, kim.user, 'one')
  await Promise.all([room.jumpTo(100_000), world.time.advance(100)])
  for (let page = 0; page < 50; page++) await Promise.all([room.loadOlder(), world.time.advance(100)])
  assert(asked <= 51, `${asked} pages`)
  assert(room.timeline.value.items.length <= 1_100, `${room.timeline.value.items.length} shown`)
  await kim.natter.close()
})

test('BAD-25 close codes of every kind, and reasons that make no sense, are survived', async () => {
  const reasons = [
    '',
    '{',
    '{"retryInMs":-1}',
    '{"retryInMs":1e300}',
    '{"retryInMs":"soon"}',
    'null',
    '\u0000',
    'x'.repeat(123),
  ]
  const codes = [
    0, 999, 1000, 1001, 1005, 1006, 1009, 1011, 1015, 2999, 3000, 4000, 4001, 4099, 4100, 4399, 4400, 4401, 4402, 4403,
  ]
  const final = [4499, 4500, 4501, 4506, 4599, 4600, 4999, 65_535, -1, 1e9]
  const unheard = await unheardIn(async () => {
    for (const code of [...codes, ...final]) {
      const world = new World()
      const kim = await world.live('kim')
      for (const reason of reasons) {
        world.server.cut(code, reason)
        await world.time.advance(700_000)
        const { state } = kim.natter.connection.value
        assert(state === 'live' || state === 'stopped', `${code} ${reason}: ${state}`)
        if (state === 'stopped') assert((code >= 4500 && code < 4600) || code === 4403, `${code} ends for good`)
        kim.natter.reconnectNow()
        await world.time.until(() => kim.natter.connection.value.state === 'live')
      }
      const greetings = world.server.ofType('hello').length
      assert(greetings <= 4 * reasons.length, `${greetings} greetings after ${code}`)
      await kim.natter.close()
    }
  })
  assert.deepEqual(unheard, [])
})

test('BAD-25 a server that closes every connection at once is asked less and less often', async () => {
  for (const code of [1006, 4001, 4401, 4402]) {
    const world = new World()
    const kim = world.person('kim')
    kim.natter.ready.catch(() => undefined)
    world.server.script = (_, connection) => {
      connection.link.close(code)
      return 'silence'
    }
    await world.time.advance(10 * MINUTE_MS)
    assert(kim.links.length < 120, `${kim.links.length} connections in ten minutes after ${code}`)
    await kim.natter.close()
  }
})

test('BAD-25 a flood of people, typists and rooms nobody asked for is taken without a question for each', async () => {
  const { world, kim, den } = await scene()
  const room = kim.natter.room(den.id)
  const before = world.server.commands.length
  for (let index = 0; index < 300; index++) {
    const by = `us_x${index}`
    kim.links.at(-1)?.send({ type: 'typing', room: den.id, by, expiresInMs: index % 2 === 0 ? 1e300 : 6_000 })
    kim.links.at(-1)?.send({ type: 'presence.changed', presence: { [by]: 'active' } })
    kim.links.at(-1)?.send({ type: 'room.moved', room: `rm_x${index}`, seq: index + 1, n: index, at: 1 })
    kim.links.at(-1)?.send({ re: index + 1_000_000, ok: {} })
  }
  await world.time.advance(10_000)
  const asked = world.server.commands.slice(before)
  assert(asked.length <= ASKED_A_MINUTE_MAX, `${asked.length}: ${summary(asked)}`)
  await world.time.advance(30 * MINUTE_MS)
  assert.deepEqual(room.typists.value, [], 'whoever types for ever is not shown for ever')
  assert.equal(kim.natter.rooms.value.length, 1)
  await kim.natter.close()
})

test('BAD-25 what waits for an answer that never comes is rejected in the end', async () => {
  const { world, kim, den } = await scene()
  world.server.script = ({ type }) => (type === 'hello' ? undefined : 'silence')
  const asked = [
    kim.natter.room(den.id).edit(1, 'x'),
    kim.natter.openDm(['us_ada0000']),
    kim.natter.room(den.id).whoRead(1),
  ]
  const outcomes = Promise.allSettled(asked)
  await world.time.advance(2 * MINUTE_MS)
  for (const outcome of await outcomes) assert(outcome.status === 'rejected' && outcome.reason instanceof NatterError)
  await kim.natter.close()
})
