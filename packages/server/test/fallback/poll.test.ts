import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cursor, HelloReply, RoomId } from '@natter/protocol'
import { deferredBus } from '../gateway/deferred-bus.ts'
import { house } from '../gateway/house.ts'
import type { House, Person } from '../gateway/house.ts'
import { openStream, startPoll } from './visitor.ts'
import type { Poll } from './visitor.ts'

/** A poll without cursors, which is answered at once. */
async function start(there: House, person: Person, rooms: RoomId[]): Promise<HelloReply> {
  const poll = await startPoll(there, person, { rooms: Object.fromEntries(rooms.map((room) => [room, null])) }, 25_000)
  await there.settle()
  return answered(poll)
}

function answered(poll: Poll): HelloReply {
  const ok = poll.ok()
  assert.ok(ok !== undefined, 'the poll must have been answered')
  return ok
}

/** What happened in the user's own log. */
function inboxIn({ user }: HelloReply): unknown[] {
  assert.ok(user.mode === 'delta')
  return user.events.map((each) => ('room' in each ? [each.type, each.room] : [each.type]))
}

/** The next poll, from where the last answer left off. */
function next(there: House, person: Person, last: HelloReply, waitMs = 25_000): Promise<Poll> {
  const rooms: Record<string, Cursor | null> = {}
  for (const [room, part] of Object.entries(last.rooms)) rooms[room] = 'upTo' in part ? part.upTo : null
  return startPoll(there, person, { user: last.user.upTo, rooms }, waitMs)
}

function eventsIn(ok: HelloReply | undefined, room: RoomId): number[] {
  const part = ok?.rooms[room]
  assert.ok(part !== undefined && 'mode' in part && part.mode === 'delta', JSON.stringify(part))
  return part.events.map(({ seq }) => seq)
}

test('FB-5 a poll answers at once where there is something, else with the first event', async () => {
  const there = await house()
  const { kim, ada, den, settle } = there
  const ok = await start(there, kim, [den])
  const one = await ada.say(den, 'one')
  const behind = await next(there, kim, ok)
  await settle()
  assert.deepEqual(eventsIn(behind.ok(), den), [one.seq])
  const waiting = await next(there, kim, behind.ok() ?? ok)
  await there.clock.advance(5_000)
  assert.equal(waiting.ok(), undefined)
  const two = await ada.say(den, 'two')
  await settle()
  assert.deepEqual(eventsIn(waiting.ok(), den), [two.seq])
  assert.deepEqual(there.gateway.list(), [])
})

test('FB-5 a poll without news is answered after its time, with the time as it is then', async () => {
  const there = await house()
  const { kim, den, clock } = there
  const ok = await start(there, kim, [den])
  const none = await next(there, kim, ok, 0)
  await there.settle()
  assert.deepEqual(eventsIn(none.ok(), den), [])
  const poll = await next(there, kim, ok, 20_000)
  await clock.advance(19_999)
  assert.equal(poll.ok(), undefined)
  await clock.advance(1)
  assert.deepEqual(eventsIn(poll.ok(), den), [])
  assert.equal(poll.ok()?.nowAt, clock.now())
  assert.equal(clock.timers, 6, 'the ticks of the gateway alone')
})

test('FB-5 a row of the own log and a room that moved end the wait, typing and receipts do not', async () => {
  const there = await house()
  const { kim, ada, den, settle, clock, ports } = there
  const other = await there.room(ada, [kim])
  const ok = await start(there, kim, [den])
  const first = await next(there, kim, ok)
  ports.bus.publish(den, { kind: 'typing', room: den, by: ada.id, expiresInMs: 6_000 })
  ports.bus.publish(den, { kind: 'receipts', room: den, marks: [[ada.id, 2, 2]] })
  await clock.advance(2_000)
  assert.equal(first.ok(), undefined)
  const added = await there.room(ada, [kim])
  await settle()
  assert.deepEqual(inboxIn(answered(first)), [['inbox.roomAdded', added]])
  const second = await next(there, kim, first.ok() ?? ok)
  await settle()
  const { seq, n } = await ada.say(other, 'off the screen')
  await clock.advance(1_000)
  const digest = second.ok()?.digest.find(([room]) => room === other)
  assert.deepEqual(digest?.slice(0, 3), [other, seq, n])
})

test('FB-7 nothing of a room reaches a poll or a stream after the removal', async () => {
  const there = await house()
  const { kim, ada, den, settle } = there
  const ok = await start(there, kim, [den])
  const poll = await next(there, kim, ok)
  const stream = await openStream(there, kim, { rooms: { [den]: null } })
  await settle()
  assert.ok('mode' in (stream.first.rooms[den] ?? {}), 'kim must have been inside for this to mean anything')
  const { events } = await ada.write({ type: 'room.remove', room: den, user: kim.id, cid: 'gone' }, den)
  const removedAt = events.at(-1)?.seq ?? 0
  await ada.say(den, 'among us')
  await settle()
  assert.deepEqual(poll.ok()?.rooms[den], {
    error: ((await there.gateway.ports.store.catchUp(kim.id, den, null)) as { refused: unknown }).refused,
  })
  assert.deepEqual(inboxIn(answered(poll)), [['inbox.roomRemoved', den]])
  const seqs = stream.said.flatMap((each) =>
    'room' in each && each.room === den && 'by' in each && 'seq' in each ? [each.seq] : [],
  )
  assert.deepEqual(seqs, [removedAt])
  const later = await next(there, kim, answered(poll))
  await settle()
  assert.ok('error' in (later.ok()?.rooms[den] ?? {}))
  const again = await openStream(there, kim, {
    rooms: {
      [den]:
        stream.first.rooms[den] !== undefined && 'upTo' in stream.first.rooms[den]
          ? stream.first.rooms[den].upTo
          : null,
    },
  })
  await settle()
  assert.ok('error' in (again.first.rooms[den] ?? {}))
})

test('FB-8 a poll whose client goes away is let go', async () => {
  const there = await house()
  const { kim, den, settle, gateway } = there
  const ok = await start(there, kim, [den])
  const poll = await next(there, kim, ok)
  await settle()
  assert.equal(gateway.list()[0]?.transport, 'poll')
  poll.wire.leave()
  await settle()
  assert.deepEqual(gateway.list(), [])
  assert.equal(gateway.users.size, 0)
  assert.equal(poll.refused()?.code, 'unavailable')
  assert.equal(there.clock.timers, 6, 'the ticks of the gateway alone')
})

test('FB-10 a session that ends, a token that runs out and a node that stops end a poll in the words of HTTP', async () => {
  const there = await house()
  const { kim, ada, den, settle, clock, ports, gateway, signIn } = there
  const polls = []
  const short = await signIn(kim, 'short', 10_000)
  const ok = await start(there, kim, [den])
  polls.push(await next(there, { ...kim, ...short }, ok))
  await clock.advance(10_500)
  polls.push(await next(there, kim, ok))
  await settle()
  ports.bus.publish('all', { kind: 'signedOut', user: kim.id, sessions: [kim.session], why: 'signedOut' })
  await settle()
  const adas = await start(there, ada, [den])
  polls.push(await next(there, ada, adas))
  await settle()
  ports.bus.publish('all', { kind: 'signedOut', user: ada.id, why: 'accountDisabled' })
  await settle()
  const bob = await next(there, there.bob, await start(there, there.bob, []))
  polls.push(bob)
  await settle()
  gateway.stop(0)
  await settle()
  assert.deepEqual(
    polls.map((each) => each.refused()?.code),
    ['unauthorized', 'unauthorized', 'forbidden', 'unavailable'],
  )
  assert.equal(bob.refused()?.retryAfterMs, 0)
})

test('FB-11 connections a user and an address, and hellos a node, are bounded over HTTP as well', async () => {
  const limits = { connectionsPerUser: 2, connectionsPerAddress: 3, hellosPerSecond: 4 }
  const there = await house({ ratesEnforced: true, limits })
  const { kim, ada, den, settle } = there
  await openStream(there, kim)
  const second = await openStream(there, kim, { device: 'd_1' })
  await settle()
  assert.equal((await openStream(there, kim)).refused?.code, 'quota')
  await openStream(there, kim, { device: 'd_1' })
  await settle()
  assert.deepEqual(second.said.at(-1), { control: 'close', code: 4403, reason: 'This device has connected again.' })
  const busy = (await openStream(there, ada)).refused
  assert.equal(busy?.code, 'overloaded')
  assert.ok((busy.retryAfterMs ?? 0) >= 1_000)
  await there.clock.advance(2_000)
  await openStream(there, ada)
  const full = await startPoll(there, ada, { rooms: { [den]: null } }, 0)
  await settle()
  assert.deepEqual([full.refused()?.code, full.refused()?.retryAfterMs], ['rate_limited', 5_000])
})

test('FB-6 what was written over HTTP is in the next answer, also where the bus has lost it', async () => {
  const bus = deferredBus()
  const there = await house({ bus: bus.wrap })
  const { kim, den, settle } = there
  const ok = await start(there, kim, [den])
  bus.lose(den)
  const { seq } = await kim.say(den, 'mine')
  const poll = await next(there, kim, ok)
  const stream = await openStream(there, kim, { rooms: { [den]: [seq - 1, (await refOf(there, seq - 1)) ?? ''] } })
  await settle()
  assert.deepEqual(eventsIn(poll.ok(), den), [seq])
  assert.deepEqual(eventsIn(stream.first, den), [seq])
})

async function refOf({ ports, den }: House, seq: number): Promise<string | undefined> {
  const [event] = await ports.store.eventsAfter(den, seq - 1, 1)
  return event?.ref
}
