import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inboxEvent } from '@natter/protocol/schemas'
import { runCommand } from '../../src/commands/run-command.ts'
import { StoreFault } from '../../src/ports/store-fault.ts'
import { deferredBus } from './deferred-bus.ts'
import { deferredStore } from './deferred-store.ts'
import { house } from './house.ts'

test('GW-30 a room gained is told to all devices and followed, one lost is let go', async () => {
  const { ada, kim, room, clock, settle } = await house()
  const devices = [await ada.connect(), await ada.connect()]
  const attic = await room(kim, [ada], 'private')
  await kim.say(attic, 'welcome')
  await clock.advance(1_000)
  for (const device of devices) {
    const [added] = device.all('inbox.roomAdded')
    inboxEvent.parse(added)
    assert.deepEqual(
      [added?.room, added?.details.name?.startsWith('Room'), added?.member.role],
      [attic, true, 'member'],
    )
    assert.deepEqual(
      device.all('room.moved').map(({ room, seq }) => [room, seq]),
      [[attic, 4]],
    )
  }
  await kim.write({ type: 'room.remove', room: attic, user: ada.id, cid: 'x' }, attic)
  await settle()
  for (const device of devices) {
    assert.deepEqual(
      device.all('inbox.roomRemoved').map(({ room }) => room),
      [attic],
    )
    assert.equal(device.connection.rooms.has(attic), false)
  }
})

test('SET-5 a setting reaches all devices of its user at once, and nobody else', async () => {
  const { ada, kim, settle, ports } = await house()
  const [phone, laptop] = [await ada.connect(), await ada.connect()]
  const other = await kim.connect()
  const reply = await phone.must('settings.set', { cid: 'c1', settings: { theme: 'dark', gone: null } })
  await settle()
  const [told] = laptop.all('inbox.settingsChanged')
  inboxEvent.parse(told)
  assert.deepEqual(reply, { seq: told?.seq, ref: told?.ref, at: told?.at, duplicate: false })
  assert.deepEqual(told?.settings, { theme: 'dark' })
  assert.deepEqual(phone.all('inbox.settingsChanged'), [told])
  const [user] = await ports.store.usersById([ada.id])
  assert(user !== undefined)
  const command = { id: 1, type: 'settings.set', cid: 'c2', settings: { theme: null } } as const
  await runCommand(ports, { user, session: ada.session }, command)
  await settle()
  assert.deepEqual(
    laptop.all('inbox.settingsChanged').map(({ settings }) => settings),
    [{ theme: 'dark' }, { theme: null }],
  )
  assert.deepEqual(other.all('inbox.settingsChanged'), [])
})

test('GW-30 what happens in a new room before it is followed is told', async () => {
  const slow = deferredStore()
  const { ada, kim, room, clock, settle } = await house({ store: slow.wrap })
  const client = await ada.connect()
  slow.hold('heads')
  const attic = await room(kim, [ada], 'private')
  await settle()
  await kim.say(attic, 'hello @ada')
  slow.release()
  await clock.advance(1_000)
  assert.deepEqual(
    client.all('room.moved').map(({ room, seq, mentions }) => [room, seq, mentions]),
    [[attic, 4, 1]],
  )
})

test('GW-30 a device that cannot follow a room that was added has to come back', async () => {
  const slow = deferredStore()
  const { ada, kim, room, settle } = await house({ store: slow.wrap })
  const [client, bystander] = [await ada.connect(), await kim.connect()]
  slow.fail('heads', new StoreFault('unavailable', 'The disk is busy.'))
  await room(kim, [ada], 'private')
  await settle()
  assert.equal(client.closed?.code, 'goingAway')
  slow.fail('heads', undefined)
  assert.equal((await ada.connect()).closed, undefined)
  assert.equal(bystander.closed?.code, 'goingAway', 'who made it cannot follow it either')
})

test('GW-30 a device that is outrun by a room that was added has to come back', async () => {
  const slow = deferredStore()
  const late = deferredBus()
  const { ada, kim, room, settle } = await house({ store: slow.wrap, bus: late.wrap })
  const [client, bystander] = [await ada.connect(), await kim.connect()]
  late.hold(ada.id)
  const attic = await room(kim, [ada], 'private')
  await settle()
  for (let count = 0; count < 400; count++) await kim.say(attic, `${count}`)
  await settle()
  const [message] = late.published.flatMap(({ message: each }) => (each.kind === 'events' ? each.events : []))
  slow.answer('eventsAfter', [message])
  await late.release()
  await settle()
  assert.equal(client.closed?.code, 'goingAway')
  assert.equal(bystander.closed, undefined)
  slow.answer('eventsAfter', undefined)
  assert((await ada.connect()).connection.rooms.has(attic))
})

test('GW-31 what the bus lost is read from the store at the next row', async () => {
  const slow = deferredBus()
  const { ada, kim, room, clock, settle } = await house({ bus: slow.wrap })
  const devices = [await ada.connect(), await ada.connect()]
  slow.lose(ada.id)
  const attic = await room(kim, [ada], 'private')
  await settle()
  assert.equal(devices[0]?.all('inbox.roomAdded').length, 0, 'it must be lost for this to mean anything')
  await slow.release()
  const cellar = await room(kim, [ada], 'private')
  await settle()
  for (const device of devices) {
    assert.deepEqual(
      device.all('inbox.roomAdded').map(({ seq, room }) => [seq, room]),
      [
        [2, attic],
        [3, cellar],
      ],
    )
  }
  await kim.say(attic, 'hi')
  await clock.advance(1_000)
  assert.deepEqual(
    devices[1]?.all('room.moved').map(({ room }) => room),
    [attic],
  )
})

test('GW-31 a lost last row is found by the sweep', async () => {
  const slow = deferredBus()
  const { ada, kim, room, clock } = await house({ bus: slow.wrap })
  const client = await ada.connect()
  slow.lose(ada.id)
  const attic = await room(kim, [ada], 'private')
  await clock.advance(20_000)
  assert.deepEqual(
    client.all('inbox.roomAdded').map(({ room }) => room),
    [attic],
  )
  assert.equal(client.connection.rooms.get(attic)?.level, 'digest')
})

test('GW-31 another device that comes in tells of what was lost', async () => {
  const slow = deferredBus()
  const { ada, kim, room, settle } = await house({ bus: slow.wrap })
  const first = await ada.connect()
  slow.lose(ada.id)
  const attic = await room(kim, [ada], 'private')
  const second = await ada.connect()
  await settle()
  assert.deepEqual(
    first.all('inbox.roomAdded').map(({ room }) => room),
    [attic],
  )
  assert.deepEqual(second.all('inbox.roomAdded'), [], 'its hello had it')
})

test('GW-31 rows that are doubled, late or out of order are told once and in order', async () => {
  const slow = deferredBus()
  const { ada, kim, room, settle, ports } = await house({ bus: slow.wrap })
  const client = await ada.connect()
  slow.hold(ada.id)
  const rooms = [await room(kim, [ada]), await room(kim, [ada]), await room(kim, [ada])]
  const late = slow.published.filter(({ channel }) => channel === ada.id).map(({ message }) => message)
  await slow.release()
  for (const message of [...late.toReversed(), ...late]) ports.bus.publish(ada.id, message)
  await settle()
  assert.deepEqual(
    client.all('inbox.roomAdded').map(({ seq, room }) => [seq, room]),
    rooms.map((id, index) => [index + 2, id]),
  )
})

test('GW-31 a sweep that fails is tried again', async () => {
  const [slow, store] = [deferredBus(), deferredStore()]
  const { ada, kim, room, clock, logged } = await house({ bus: slow.wrap, store: store.wrap })
  const client = await ada.connect()
  slow.lose(ada.id)
  await room(kim, [ada])
  store.fail('userCatchUp', new Error('no'))
  await clock.advance(20_000)
  assert.ok(logged.some(({ level }) => level === 'error'))
  store.fail('userCatchUp', undefined)
  await clock.advance(20_000)
  assert.equal(client.all('inbox.roomAdded').length, 1)
})

test('GW-32 a read mark reaches the other devices of the user alone', async () => {
  const { ada, kim, den, settle } = await house()
  const [one, other] = [await ada.connect(), await ada.connect()]
  const kims = await kim.connect()
  const { seq, n } = await kim.say(den, 'hi, @ada')
  assert.deepEqual(await one.must('read', { room: den, seq }), { seq, n, mentions: 0 })
  await settle()
  const [moved] = other.all('inbox.readMoved')
  assert.deepEqual([moved?.room, moved?.readSeq, moved?.n, moved?.mentions], [den, seq, n, 0])
  assert.equal(one.all('inbox.readMoved').length, 1)
  assert.deepEqual(kims.all('inbox.readMoved'), [])
  await one.must('read', { room: den, seq })
  await settle()
  assert.equal(other.all('inbox.readMoved').length, 1, 'a mark that stays is not told')
  assert.deepEqual(await one.must('read', { room: den, seq: 3, force: true }), { seq: 3, n: 0, mentions: 1 })
  await settle()
  assert.deepEqual(
    other.all('inbox.readMoved').map(({ mentions }) => mentions),
    [0, 1],
  )
})

test('GW-33 a user log that was rolled back sends the devices away', async () => {
  const store = deferredStore()
  const { ada, clock, gateway } = await house({ store: store.wrap })
  const client = await ada.connect()
  store.answer('userCatchUp', {
    upTo: [0, ''],
    json: JSON.stringify({ mode: 'reset', upTo: [0, ''], rooms: [], settings: {} }),
  })
  await clock.advance(20_000)
  assert.deepEqual(client.closed, { code: 'goingAway', reason: '{"retryInMs":1000}' })
  assert.equal(gateway.users.size, 0)
})
