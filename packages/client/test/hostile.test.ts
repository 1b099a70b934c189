import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { texts, World } from './world/world.ts'
import { settled } from './world/virtual-time.ts'

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'valueOf']

test('SDK-44 what is no frame is dropped and counted', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const broken = [
    '',
    'null',
    '7',
    '"x"',
    '[]',
    '{',
    '{}',
    '{"type":7}',
    '{"type":"typing"}',
    '{"control":"lag"}',
    'x'.repeat(1e6),
  ]
  for (const frame of broken) kim.link().send(frame)
  kim.link().send('{"type":"room.moved","room":"rm_x","seq":1e999,"n":1,"at":1}')
  await world.time.advance(100)
  assert.equal(kim.natter.counters.malformed, broken.length + 1)
  kim.link().send('{"type":"fireworks"}')
  kim.link().send('{"re":null,"error":{"code":"bad_request","message":"What?"}}')
  kim.link().send('{"re":999,"ok":{}}')
  await world.time.advance(100)
  assert.deepEqual(kim.natter.counters, {
    malformed: broken.length + 1,
    resets: 0,
    gapsHealed: 0,
    connections: 1,
    storageFailures: 0,
  })
  assert.equal(kim.natter.connection.value.state, 'live')
})

test('SDK-44 names that every object has are names like others', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [kim.user])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  for (const name of NAMES) {
    kim.link().send(`{"type":"${name}"}`)
    kim.link().send(`{"type":"${name}","room":"rm_x","seq":9,"ref":"r","by":"us_x","at":1}`)
    kim.link().send(`{"type":"presence.changed","presence":{"${name}":"active"}}`)
    kim.link().send(`{"re":"${name}","ok":{}}`)
    kim.link().send(`{"control":"${name}"}`)
    kim.link().send(`{"${name}":{"re":1},"type":"typing","room":"rm_x","by":"us_x","expiresInMs":1}`)
    room.send(name)
  }
  const { message } = world.server.post(den, kim.user, 'hi')
  for (const name of NAMES) {
    const at = world.time.now
    world.server.publish(
      den.append(
        { type: 'reaction.changed', by: kim.user.id, subject: message.seq, reactions: { [name]: [kim.user.id] } },
        at,
      ),
    )
  }
  await world.time.advance(1_000)
  assert.deepEqual(texts(kim.natter, den.id).sort(), [...NAMES, 'hi'].sort())
  assert.equal(({} as { re?: unknown }).re, undefined)
})

test('SDK-44 a greeting that makes no sense is tried again later', async () => {
  const world = new World()
  const nonsense: unknown[] = [null, {}, [], { epoch: 'x' }, { epoch: 'x', rooms: {}, digest: [[]], announcements: [] }]
  world.server.script = ({ type }) => (type === 'hello' && nonsense.length > 0 ? { ok: nonsense.shift() } : undefined)
  const kim = world.person('kim')
  await world.time.until(() => kim.natter.connection.value.state === 'live')
  assert.equal(nonsense.length, 0)
})

const FIELDS = (
  'room seq ref by message text cid n at user users members details head id mode upTo events messages rooms items more ' +
  'subject reactions marks presence announcement untilAt expiresInMs retryAfterMs code __proto__ constructor hole'
).split(' ')
const TYPES = (
  'message.posted message.edited message.deleted reaction.changed message.pinned message.unpinned member.joined ' +
  'member.left member.updated room.updated typing receipts.moved room.moved presence.changed user.changed ' +
  'announcement inbox.roomAdded inbox.roomRemoved inbox.readMoved x'
).split(' ')

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1, 1, 2.5, 1e300, 'us_kim0000', 'rm_den0000', 'x', '', 'delta', 'reset', 'offline'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 6 }),
  ),
}))

const types = fc.constantFrom(...TYPES)

const plausible = fc.record({
  room: fc.constantFrom('rm_den0000', 'rm_x', 7, null),
  seq: fc.constantFrom(1, 2, 3, 4, 5, 1e9, -1, 'x', null),
  ref: fc.constantFrom('r', '', 7),
  by: fc.constantFrom('us_kim0000', 'us_x', null),
})

test('SDK-44 whatever the server says, the client stays whole', async () => {
  const thrown: unknown[] = []
  const note = (error: unknown): void => void thrown.push(error)
  process.on('unhandledRejection', note)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(types, plausible, json.value), { maxLength: 40 }),
      json.value,
      async (frames, reply) => {
        const world = new World()
        const kim = await world.live('kim')
        const den = world.server.addRoom('den', [kim.user])
        const room = kim.natter.room(den.id)
        void room.open()
        await world.time.advance(100)
        world.server.script = ({ type }) => (type === 'hello' ? undefined : { ok: reply })
        void [room.loadMembers(), room.jumpTo(3), room.whoRead(1), room.edit(1, 'x'), kim.natter.openDm([])]
        room.send('x')
        room.markRead(99)
        for (const [type, base, more] of frames) kim.link().send({ type, ...base, ...(more as object | null) })
        await world.time.advance(1_000)
        // Everything that is to be seen can be looked at.
        for (const view of [room.timeline, room.members, room.receipts, room.typists, room.info])
          assert('value' in view && (view.value, true))
        assert(Array.isArray(kim.natter.rooms.value))
        world.server.script = () => undefined
        world.server.cut()
        await world.time.advance(40_000)
        assert.equal(kim.natter.connection.value.state, 'live')
        await kim.natter.close()
      },
    ),
    { numRuns: 60 },
  )
  await settled()
  process.removeListener('unhandledRejection', note)
  assert.deepEqual(thrown, [])
})
