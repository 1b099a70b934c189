import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UserId } from '@natter/protocol'
import { settled } from './world/virtual-time.ts'
import { World } from './world/world.ts'

test('SDK-38 typing is told every 3 s at most, and its end at once', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [kim.user])
  const room = kim.natter.room(den.id)
  for (let stroke = 0; stroke < 70; stroke++) {
    room.typing(true)
    await world.time.advance(100)
  }
  room.typing(false)
  room.typing(false)
  await world.time.advance(100)
  assert.deepEqual(
    world.server.ofType('typing').map(({ on }) => on),
    [true, true, true, false],
  )
  await world.time.advance(10_000)
  room.typing(true)
  room.send('done')
  room.typing(false)
  await world.time.advance(100)
  assert.deepEqual(
    world.server.ofType('typing').map(({ on }) => on),
    [true, true, true, false, true],
    'a message says that one has stopped',
  )
})

test('SDK-38 stopping and starting again does not make it more', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const room = kim.natter.room(world.server.addRoom('den', [kim.user]).id)
  for (let times = 0; times < 29; times++) {
    room.typing(times % 2 === 0)
    await world.time.advance(100)
  }
  assert.equal(world.server.ofType('typing').filter(({ on }) => on).length, 1)
})

test('SDK-38 others type until their time is over, they stop, or their message comes', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const [ada, eve, bob] = ['ada', 'eve', 'bob'].map((name) => world.server.addUser(name))
  assert(ada !== undefined && eve !== undefined && bob !== undefined)
  const den = world.server.addRoom('den', [kim.user, ada, eve, bob])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  const type = (by: UserId, expiresInMs = 6_000): void =>
    kim.link().send({ type: 'typing', room: den.id, by, expiresInMs })
  for (const { id } of [ada, eve, bob, kim.user]) type(id)
  await world.time.advance(100)
  assert.deepEqual(room.typists.value, [ada.id, eve.id, bob.id])
  world.server.post(den, ada, 'hi')
  type(eve.id, 0)
  await world.time.advance(100)
  assert.deepEqual(room.typists.value, [bob.id])
  await world.time.advance(4_000)
  type(bob.id)
  await world.time.advance(5_000)
  assert.deepEqual(room.typists.value, [bob.id])
  await world.time.advance(1_100)
  assert.deepEqual(room.typists.value, [])
  for (let index = 0; index < 500; index++) type(`us_crowd${index}`, 1e9)
  await world.time.advance(100)
  assert.equal(room.typists.value.length, 50)
  await world.time.advance(10_000)
  assert.deepEqual(room.typists.value, [])
})

test('SDK-38 what is told of typing after the message it was about is passed over', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const [ada, bob] = [world.server.addUser('ada'), world.server.addUser('bob')]
  const den = world.server.addRoom('den', [kim.user, ada, bob])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  const type = (by: UserId): void => kim.link().send({ type: 'typing', room: den.id, by, expiresInMs: 6_000 })
  world.server.post(den, ada, 'done')
  type(ada.id)
  type(bob.id)
  await world.time.advance(500)
  assert.deepEqual(room.typists.value, [bob.id])
  await world.time.advance(1_000)
  type(ada.id)
  await world.time.advance(100)
  assert.deepEqual(room.typists.value, [bob.id, ada.id])
})

test('SDK-39 those who are looked at are watched, as one list', async () => {
  const world = new World()
  const kim = await world.live('kim')
  world.server.presence['us_ada0000'] = 'away'
  const ada = kim.natter.presence('us_ada0000')
  assert.equal(ada.value, 'offline')
  const ends = [ada.subscribe(() => undefined), kim.natter.presence('us_bob0000').subscribe(() => undefined)]
  await world.time.advance(300)
  assert.equal(ada.value, 'away')
  assert.deepEqual(
    world.server.ofType('presence.watch').map(({ users }) => users),
    [['us_ada0000', 'us_bob0000']],
  )
  kim
    .link()
    .send({ type: 'presence.changed', presence: { us_ada0000: 'dnd', us_eve0000: 'active', us_bob0000: 'asleep' } })
  await world.time.advance(100)
  assert.deepEqual([ada.value, kim.natter.presence('us_bob0000').value], ['dnd', 'offline'])
  world.server.cut()
  await world.time.advance(2_000)
  assert.equal(world.server.ofType('presence.watch').length, 2, 'another connection is told anew')
  for (const end of ends) end()
  await world.time.advance(1_000)
  assert.deepEqual(world.server.ofType('presence.watch').at(-1)?.users, [])
})

test('SDK-39 at most 200 are watched, those looked at last', async () => {
  const world = new World()
  const kim = await world.live('kim')
  for (let index = 0; index < 2_000; index++) kim.natter.presence(`us_p${index}`).subscribe(() => undefined)
  await world.time.advance(1_000)
  const [watch] = world.server.ofType('presence.watch')
  assert.deepEqual([watch?.users.length, watch?.users.at(-1)], [200, 'us_p1999'])
})

test('SDK-39 one’s own status and activity are told again to another connection', async () => {
  const world = new World()
  const kim = await world.live('kim')
  await Promise.all([kim.natter.setStatus('dnd'), world.time.advance(100)])
  kim.natter.setActive(false)
  kim.natter.setActive(false)
  await world.time.advance(100)
  world.server.cut()
  await world.time.advance(2_000)
  assert.deepEqual(
    world.server.ofType('presence.set').map(({ status }) => status),
    ['dnd', 'dnd'],
  )
  assert.deepEqual(
    world.server.ofType('activity').map(({ state }) => state),
    ['idle', 'idle'],
  )
})

test('SDK-40 people are asked for together when they are looked at, once', async () => {
  const world = new World()
  const people = Array.from({ length: 150 }, (_, index) => world.server.addUser(`p${index}`))
  const kim = await world.live('kim')
  const views = people.map(({ id }) => kim.natter.user(id))
  await world.time.advance(100)
  assert.equal(world.server.ofType('users').length, 0, 'a view that nobody looks at costs nothing')
  for (const view of views) assert.equal(view.value, undefined)
  await world.time.advance(100)
  assert.deepEqual(
    views.map(({ value }) => value?.handle),
    people.map(({ handle }) => handle),
  )
  assert.deepEqual(
    world.server.ofType('users').map(({ users }) => users.length),
    [100, 50],
  )
  const nobody = kim.natter.user('us_nobody00')
  for (let times = 0; times < 5; times++) {
    assert.equal(nobody.value, undefined)
    await world.time.advance(100)
  }
  assert.equal(world.server.ofType('users').length, 3)
})

test('SDK-40 who changes is heard of, and those on screen are asked for again after a new connection', async () => {
  const world = new World()
  const ada = world.server.addUser('ada')
  const kim = await world.live('kim')
  const heard: (string | undefined)[] = []
  kim.natter.user(ada.id).subscribe((user) => heard.push(user?.name))
  await world.time.advance(100)
  kim.link().send({ type: 'user.changed', user: { ...ada, name: 'Ada' } })
  kim.link().send({ type: 'user.changed', user: { ...kim.user, name: 'Kim' } })
  await world.time.advance(100)
  assert.deepEqual([heard, kim.natter.self.value?.name], [['ada', 'Ada'], 'Kim'])
  world.server.users.set(ada.id, { ...ada, name: 'Countess' })
  world.server.cut()
  await world.time.advance(2_000)
  assert.deepEqual(heard, ['ada', 'Ada', 'Countess'])
  const eve = world.server.addUser('eve')
  const name = (): string | undefined => kim.natter.user(eve.id).value?.name
  name()
  await world.time.advance(100)
  world.server.users.set(eve.id, { ...eve, name: 'Eve' })
  world.server.cut()
  await world.time.advance(2_000)
  assert.equal(name(), 'eve', 'nobody was looking')
  await world.time.advance(100)
  assert.equal(name(), 'Eve')
})

test('SDK-41 the members of a room come page by page and follow its events', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const people = Array.from({ length: 450 }, (_, index) => world.server.addUser(`p${index}`))
  const den = world.server.addRoom('den', [kim.user, ...people])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  assert.deepEqual(room.members.value, { members: [], complete: false })
  const loading = room.loadMembers()
  const late = world.server.addUser('late')
  world.server.join(den, late)
  await Promise.all([loading, world.time.advance(1_000)])
  const ids = (): string[] => room.members.value.members.map(({ user }) => user)
  assert.deepEqual(ids(), [...den.members.keys()].sort())
  assert.equal(room.members.value.complete, true)
  assert.equal(world.server.ofType('members').length, 3)
  world.server.leave(den, late)
  await world.time.advance(100)
  assert.deepEqual(ids(), [...den.members.keys()].sort())
  assert.equal(kim.natter.user(people[0]?.id ?? 'us_').value?.handle, 'p0')
  assert.equal(world.server.ofType('users').length, 0, 'members come with their names')
})

test('SDK-41 of a large room 1,000 members are kept', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const people = Array.from({ length: 1_500 }, (_, index) => world.server.addUser(`p${index}`))
  const den = world.server.addRoom('den', [kim.user, ...people])
  const room = kim.natter.room(den.id)
  await Promise.all([room.loadMembers(), world.time.advance(1_000)])
  assert.deepEqual([room.members.value.members.length, room.members.value.complete], [1_000, false])
})

test('SDK-41 receipts move while a room is open, and who has read can be asked', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const ada = world.server.addUser('ada')
  const den = world.server.addRoom('den', [kim.user, ada])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  kim.link().send({ type: 'receipts.moved', room: den.id, marks: [[ada.id, 3, 4]] })
  await world.time.advance(100)
  assert.deepEqual(room.receipts.value, new Map([[ada.id, { readSeq: 3, deliveredSeq: 4 }]]))
  const reading = room.whoRead(3)
  await world.time.advance(100)
  assert.deepEqual(
    (await reading).map(({ user }) => user),
    [ada.id],
  )
})

test('SDK-42 an announcement is shown until it ends, by the clock of the server', async () => {
  const world = new World()
  const kim = await world.live('kim')
  const notice = (id: string, forMs: number): object => ({
    id,
    text: id,
    by: kim.user.id,
    at: world.time.now,
    untilAt: world.time.now + forMs,
  })
  kim.link().send({ type: 'announcement', announcement: notice('short', 1_000) })
  kim.link().send({ type: 'announcement', announcement: notice('long', 60_000) })
  kim.link().send({ type: 'announcement', announcement: notice('past', -1) })
  kim.link().send({ type: 'announcement', announcement: notice('long', 60_000) })
  await world.time.advance(100)
  const shown = (): string[] => kim.natter.announcements.value.map(({ id }) => id)
  assert.deepEqual(shown(), ['short', 'long'])
  let changes = 0
  kim.natter.announcements.subscribe(() => changes++)
  await world.time.advance(1_000)
  assert.deepEqual([shown(), changes], [['long'], 1])
  await world.time.advance(60_000)
  await settled()
  assert.deepEqual(shown(), [])
})
