// Long: one list of cases over one small world, read side by side.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handleIsMentioned } from '../src/mention.ts'
import type { FakeRoom } from './world/fake-room.ts'
import { World } from './world/world.ts'
import type { Person } from './world/world.ts'

interface Den {
  world: World
  kim: Person
  ada: Person['user']
  den: FakeRoom
}

async function den(): Promise<Den> {
  const world = new World()
  const kim = await world.live('kim')
  const ada = world.server.addUser('ada')
  const den = world.server.addRoom('den', [kim.user, ada])
  await world.time.advance(100)
  return { world, kim, ada, den }
}

const first = ({ natter }: Person): { unread: number; mentions: number; readSeq: number } | undefined => {
  const [summary] = natter.rooms.value
  return summary && { unread: summary.unread, mentions: summary.mentions, readSeq: summary.readSeq }
}

test('SDK-32 messages of others are unread, one’s own are not for one who had read everything', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  await world.time.advance(100)
  room.send('mine')
  await world.time.advance(100)
  assert.equal(first(kim)?.unread, 0)
  world.server.post(log, ada, 'hers')
  room.send('mine too')
  await world.time.advance(100)
  assert.equal(first(kim)?.unread, 2)
  assert.equal(room.timeline.value.unread, 2)
  assert.deepEqual(room.timeline.value.readMark, { seq: 4, n: 1 })
  world.server.cut()
  await world.time.advance(2_000)
  assert.equal(first(kim)?.unread, 2, 'the server counts in the same way')
})

test('SDK-32 rooms that are not open count by what the server tells of them', async () => {
  const { world, kim, ada, den: log } = await den()
  for (const text of ['one', 'two', 'three']) world.server.post(log, ada, text)
  await world.time.advance(100)
  const [summary] = kim.natter.rooms.value
  assert.deepEqual([summary?.unread, summary?.lastAt, summary?.opened], [3, log.messages[2]?.at, false])
})

test('SDK-33 read marks go forward, once a second, and are there at once', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  for (let index = 0; index < 10; index++) world.server.post(log, ada, `m${index}`)
  await world.time.advance(100)
  for (let seq = 4; seq <= 13; seq++) {
    room.markRead(seq)
    room.markRead(seq - 1)
    assert.equal(first(kim)?.unread, 13 - seq)
    await world.time.advance(200)
  }
  await world.time.advance(3_000)
  assert.deepEqual(
    world.server.ofType('read').map(({ seq }) => seq),
    [8, 13],
  )
  assert.deepEqual([log.marks.get(kim.user.id)?.seq, first(kim)?.unread], [13, 0])
  room.markRead(99)
  await world.time.advance(3_000)
  assert.equal(world.server.ofType('read').length, 2)
})

test('SDK-33 a mark made while away is told later', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  world.server.post(log, ada, 'hi')
  await world.time.advance(100)
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  room.markRead(log.head)
  assert.equal(first(kim)?.unread, 0)
  world.isUnreachable = false
  await world.time.advance(35_000)
  assert.equal(log.marks.get(kim.user.id)?.seq, log.head)
  assert.equal(first(kim)?.unread, 0)
})

test('SDK-33 a mark goes back when one says so, here or on another device', async () => {
  const { world, kim, ada, den: log } = await den()
  const phone = await world.live(kim.user)
  const room = kim.natter.room(log.id)
  void room.open()
  for (let index = 0; index < 5; index++) world.server.post(log, ada, `m${index}`)
  await world.time.advance(100)
  room.markRead(log.head)
  await world.time.advance(2_000)
  assert.deepEqual([first(kim)?.unread, first(phone)?.unread], [0, 0])
  const message = log.messages[2]
  assert(message !== undefined)
  await Promise.all([phone.natter.room(log.id).markUnread(message.seq), world.time.advance(100)])
  assert.deepEqual([first(kim)?.unread, first(phone)?.unread], [3, 3])
  await Promise.all([room.markUnread(1), world.time.advance(100)])
  assert.deepEqual([first(kim)?.unread, first(phone)?.unread], [5, 5])
  await world.time.advance(5_000)
  assert.deepEqual([first(kim)?.unread, log.marks.get(kim.user.id)?.seq], [5, 0], 'nothing old comes after it')
})

test('SDK-33 a mark that moved elsewhere is known also where the user’s own log starts anew', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  for (let index = 0; index < 5; index++) world.server.post(log, ada, `m${index}`)
  await world.time.advance(100)
  room.markRead(log.head)
  await world.time.advance(2_000)
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  const back = { seq: log.messages[1]?.seq ?? 0, n: 2 }
  log.marks.set(kim.user.id, back)
  // None of these rows is known any more.
  for (const row of world.server.inboxes.get(kim.user.id) ?? []) row.ref = `x${row.seq}`
  world.isUnreachable = false
  await world.time.advance(31_000)
  assert.deepEqual([room.timeline.value.readMark, first(kim)?.unread], [back, 3])
  room.markRead(log.head)
  await world.time.advance(2_000)
  assert.deepEqual([log.marks.get(kim.user.id)?.seq, first(kim)?.unread], [log.head, 0])
})

test('SDK-33 a mark that one’s own message moves on is told again', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  world.server.post(log, ada, 'hi')
  await world.time.advance(1_100)
  const { head } = log
  // The server has the message before the mark, and does not move the mark on by itself.
  room.send('mine')
  room.markRead(head)
  await world.time.advance(100)
  assert.equal(log.marks.get(kim.user.id)?.seq, head)
  await world.time.advance(2_000)
  assert.deepEqual([log.marks.get(kim.user.id)?.seq, first(kim)?.unread], [log.head, 0])
})

test('SDK-33 what the user’s own log says of a mark counts, whatever this device still waits for', async () => {
  const { world, kim, ada, den: log } = await den()
  const phone = await world.live(kim.user)
  for (let index = 0; index < 5; index++) world.server.post(log, ada, `m${index}`)
  await world.time.advance(100)
  world.server.losesReply = ({ type }) => type === 'read'
  kim.natter.room(log.id).markRead(log.head)
  await world.time.advance(100)
  assert.equal(log.marks.get(kim.user.id)?.seq, log.head)
  world.server.losesReply = () => false
  const back = log.messages[2]?.seq ?? 0
  await Promise.all([phone.natter.room(log.id).markUnread(back), world.time.advance(100)])
  assert.deepEqual([first(kim)?.unread, first(phone)?.unread], [3, 3])
  await world.time.advance(60_000)
  assert.deepEqual([first(kim)?.unread, first(phone)?.unread], [3, 3])
})

test('SDK-33 a mark that is refused is given up, one that may be tried again is', async () => {
  const { world, kim, ada, den: log } = await den()
  world.server.post(log, ada, 'hi')
  await world.time.advance(100)
  let answers = 0
  world.server.script = ({ type }) =>
    type === 'read' && answers++ < 2 ? { error: { code: 'unavailable', message: 'No.', retryAfterMs: 100 } } : undefined
  kim.natter.room(log.id).markRead(log.head)
  await world.time.advance(5_000)
  assert.deepEqual([answers, first(kim)?.unread, log.marks.get(kim.user.id)?.seq], [3, 0, log.head])
  world.server.post(log, ada, 'ho')
  world.server.script = ({ type }) => (type === 'read' ? { error: { code: 'not_member', message: 'No.' } } : undefined)
  await world.time.advance(100)
  kim.natter.room(log.id).markRead(log.head)
  await world.time.advance(10_000)
  assert.equal(first(kim)?.unread, 1)
  assert.equal(world.server.ofType('read').length, 4)
})

test('SDK-34 what has arrived is told once a second, the newest of each room', async () => {
  const { world, kim, ada, den: log } = await den()
  const other = world.server.addRoom('other', [kim.user, ada])
  for (const { id } of [log, other]) void kim.natter.room(id).open()
  await world.time.advance(100)
  for (let index = 0; index < 20; index++) {
    world.server.post(index % 2 === 0 ? log : other, ada, `m${index}`)
    await world.time.advance(100)
  }
  await world.time.advance(5_000)
  const told = world.server.ofType('delivered').map(({ marks }) => marks)
  assert(told.length <= 4, `${told.length} times in two seconds`)
  assert.deepEqual(Object.assign({}, ...told), { [log.id]: log.head, [other.id]: other.head })
  const count = told.length
  kim.natter.room(log.id).send('mine')
  await world.time.advance(5_000)
  assert.equal(world.server.ofType('delivered').length, count, 'one’s own message does not arrive')
})

test('SDK-35 the room last posted to stands first, also after coming back', async () => {
  const { world, kim, ada, den: log } = await den()
  const names = (): (string | undefined)[] => kim.natter.rooms.value.map(({ room }) => room.name)
  const two = world.server.addRoom('two', [kim.user, ada])
  const three = world.server.addRoom('three', [kim.user, ada])
  await world.time.advance(100)
  assert.deepEqual(names(), ['three', 'two', 'den'])
  world.server.post(log, ada, 'x')
  await world.time.advance(100)
  assert.deepEqual(names(), ['den', 'three', 'two'])
  void kim.natter.room(two.id).open()
  await world.time.advance(100)
  assert.deepEqual(names(), ['den', 'three', 'two'], 'looking at a room does not move it')
  world.server.post(two, ada, 'x')
  await world.time.advance(100)
  assert.deepEqual(names(), ['two', 'den', 'three'])
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(1_000)
  world.server.post(three, ada, 'x')
  world.isUnreachable = false
  await world.time.advance(31_000)
  assert.deepEqual(names(), ['three', 'two', 'den'])
})

test('SDK-35 a room whose description is old is asked for', async () => {
  const { world, kim, ada, den: log } = await den()
  const rename = (name: string, seq: number): void => {
    log.append({ type: 'room.updated', by: ada.id, details: { ...log.room, name, updatedSeq: seq } }, world.time.now)
  }
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  rename('lair', log.head + 1)
  world.isUnreachable = false
  await world.time.advance(31_000)
  assert.equal(kim.natter.rooms.value[0]?.room.name, 'lair')
  assert.deepEqual(world.server.ofType('rooms').at(-1)?.rooms, [log.id])
  world.server.commands.length = 0
  world.server.cut()
  await world.time.advance(31_000)
  assert.deepEqual(world.server.ofType('rooms'), [])
})

test('SDK-35 a room that is not one’s own is asked for when it is looked at, once', async () => {
  const { world, kim, ada } = await den()
  const far = world.server.addRoom('far', [ada], { kind: 'public' })
  const name = (): string | undefined => kim.natter.room(far.id).info.value?.name
  assert.equal(name(), undefined)
  await world.time.advance(100)
  assert.equal(name(), 'far')
  const none = kim.natter.room('rm_none000').info
  for (let times = 0; times < 10; times++) {
    assert.equal(none.value, undefined)
    await world.time.advance(100)
  }
  assert.equal(world.server.ofType('rooms').length, 2)
  assert.equal(kim.natter.rooms.value.length, 1)
})

test('SDK-36 a room that one is put out of closes, and opens when one is back', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  world.server.post(log, ada, 'before')
  await world.time.advance(100)
  assert.equal(room.timeline.value.me?.user, kim.user.id)
  world.server.leave(log, kim.user, ada)
  await world.time.advance(100)
  assert.deepEqual(
    [room.timeline.value.status, room.timeline.value.me, kim.natter.rooms.value],
    ['closed', undefined, []],
  )
  world.server.post(log, ada, 'unheard')
  const { sent } = room.send('not sent')
  await Promise.all([assert.rejects(sent, { code: 'not_member' }), world.time.advance(100)])
  world.server.join(log, kim.user)
  await world.time.advance(100)
  assert.deepEqual([room.timeline.value.status, room.timeline.value.me?.user], ['live', kim.user.id])
  assert.equal(kim.natter.rooms.value.length, 1)
  world.server.post(log, ada, 'after')
  await world.time.advance(100)
  assert.deepEqual(
    room.timeline.value.items.flatMap((item) => (item.kind === 'message' ? item.message.text : [])),
    ['before', 'unheard', 'after'],
  )
})

test('SDK-36 what happened to one’s rooms while away is known afterwards', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  await world.time.advance(100)
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  world.server.leave(log, kim.user, ada)
  world.server.addRoom('new', [ada, kim.user])
  world.isUnreachable = false
  await world.time.advance(31_000)
  assert.deepEqual(
    kim.natter.rooms.value.map(({ room: { name } }) => name),
    ['new'],
  )
  assert.deepEqual([room.timeline.value.status, room.timeline.value.me], ['closed', undefined])
})

test('SDK-37 a mention counts until it is read', async () => {
  const { world, kim, ada, den: log } = await den()
  const room = kim.natter.room(log.id)
  void room.open()
  await world.time.advance(100)
  world.server.post(log, ada, 'hello @kim, are you there?')
  world.server.post(log, ada, 'mail me at a@kim.example')
  world.server.post(log, ada, '@kim!')
  world.server.post(log, ada, 'tea for @all')
  await world.time.advance(100)
  assert.deepEqual([first(kim)?.unread, first(kim)?.mentions], [4, 3])
  room.markRead(log.head)
  assert.deepEqual([first(kim)?.unread, first(kim)?.mentions], [0, 0])
  room.close()
  await world.time.advance(100)
  kim.link().send({ type: 'room.moved', room: log.id, seq: log.head + 2, n: log.room.n + 2, at: 5, mentions: 1 })
  await world.time.advance(100)
  assert.deepEqual([first(kim)?.unread, first(kim)?.mentions], [2, 1])
})

test('SDK-37 what a mark passes is no mention any more, and is one again where the mark goes back', async () => {
  const { world, kim, ada, den: log } = await den()
  const phone = await world.live(kim.user)
  const room = kim.natter.room(log.id)
  void room.open()
  await world.time.advance(100)
  world.server.post(log, ada, 'hello @kim')
  const mention = log.head
  for (const text of ['one', 'two', 'three']) world.server.post(log, ada, text)
  await world.time.advance(100)
  const counts = () => [kim, phone].map((each) => [first(each)?.unread, first(each)?.mentions])
  assert.deepEqual(counts()[0], [4, 1])
  room.markRead(mention)
  await world.time.advance(2_000)
  assert.deepEqual(counts(), [
    [3, 0],
    [3, 0],
  ])
  room.markRead(log.head)
  await world.time.advance(2_000)
  await Promise.all([room.markUnread(mention), world.time.advance(2_000)])
  assert.deepEqual(counts(), [
    [4, 1],
    [4, 1],
  ])
})

test('SDK-32 what one has written elsewhere is read for one who had read what came before', async () => {
  const { world, kim, ada, den: log } = await den()
  const moved = (n: number, ownAfterN?: number): void =>
    kim.link().send({
      type: 'room.moved',
      room: log.id,
      seq: log.head + n,
      n: log.room.n + n,
      at: 5,
      ...(ownAfterN !== undefined && { ownAfterN }),
    })
  moved(2, log.room.n)
  await world.time.advance(100)
  assert.equal(first(kim)?.unread, 0)
  moved(3)
  await world.time.advance(100)
  moved(5, log.room.n + 3)
  await world.time.advance(100)
  assert.equal(first(kim)?.unread, 3, `what ${ada.name} wrote is not read by writing after it`)
})

test('SDK-37 a handle is mentioned as the server sees it', () => {
  const mentioned = [
    '@kim',
    'hi @kim.',
    '(@kim)',
    '@kim-',
    'x @kim\n',
    '@ada @kim',
    'ö@ada,@kim',
    '@KIM',
    '@all',
    'tea, @Here?',
  ]
  const not = ['kim', '@kimono', '@kim.b', 'a@kim', 'x.@kim', '@@kim', '@kimX', '@allende', 'a@here', '-@kim', '@ kim']
  for (const text of mentioned) assert.equal(handleIsMentioned(text, 'kim'), true, text)
  for (const text of not) assert.equal(handleIsMentioned(text, 'kim'), false, text)
  assert.equal(handleIsMentioned('@a.b-c ok', 'a.b-c'), true)
})

test('SDK-36 rooms are made, found and entered', async () => {
  const { world, kim, ada } = await den()
  const making = kim.natter.createRoom({ kind: 'public', name: 'made' })
  await world.time.advance(100)
  const made = await making
  assert.equal(kim.natter.room(made.id).info.value?.name, 'made')
  const opening = kim.natter.openDm([ada.id])
  await world.time.advance(100)
  assert.deepEqual((await opening).people, [kim.user.id, ada.id])
  const far = world.server.addRoom('far', [ada], { kind: 'public' })
  await Promise.all([kim.natter.joinRoom(far.id), world.time.advance(100)])
  assert(kim.natter.rooms.value.some(({ id }) => id === far.id))
  await Promise.all([kim.natter.room(far.id).leave(), world.time.advance(100)])
  assert(!kim.natter.rooms.value.some(({ id }) => id === far.id))
})
