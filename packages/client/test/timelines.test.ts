import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WINDOW_MESSAGES_MAX } from '../src/timeline.ts'
import { openDen as den } from './world/open-den.ts'
import { texts } from './world/world.ts'

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `m${from + index}`)

test('SDK-28 pages join the window until the first message, one at a time', async () => {
  const { world, kim, den: log, room } = await den(180)
  assert.deepEqual(texts(kim.natter, log.id), numbered(130, 180))
  const loads = [room.loadOlder(), room.loadOlder()]
  assert.equal(room.timeline.value.loadingOlder, true)
  await Promise.all([...loads, world.time.advance(100)])
  assert.equal(room.timeline.value.loadingOlder, false)
  assert.equal(world.server.ofType('history').length, 1)
  assert.deepEqual(texts(kim.natter, log.id), numbered(80, 180))
  for (let page = 0; page < 3; page++) await Promise.all([room.loadOlder(), world.time.advance(100)])
  assert.deepEqual([texts(kim.natter, log.id), room.timeline.value.atStart], [numbered(0, 180), true])
  assert.equal(world.server.ofType('history').length, 3, 'at the start there is nothing to ask for')
})

test('SDK-28 at most 1,000 messages stay, and what was let go comes back', async () => {
  const { world, kim, den: log, room } = await den(1_200)
  while (!room.timeline.value.atStart) await Promise.all([room.loadOlder(), world.time.advance(100)])
  const { items, atEnd, newer } = room.timeline.value
  assert.deepEqual([items.length, atEnd, newer], [WINDOW_MESSAGES_MAX, false, 200])
  assert.deepEqual(texts(kim.natter, log.id), numbered(0, 1_000))
  while (!room.timeline.value.atEnd) await Promise.all([room.loadNewer(), world.time.advance(100)])
  assert.deepEqual(texts(kim.natter, log.id), numbered(200, 1_200))
  assert.equal(room.timeline.value.atStart, false)
  for (let index = 0; index < 30; index++) world.server.post(log, kim.user, `new${index}`)
  await world.time.advance(100)
  assert.equal(room.timeline.value.items.length, WINDOW_MESSAGES_MAX)
  assert.equal(texts(kim.natter, log.id).at(-1), 'new29')
})

test('SDK-28 a jump shows the history around a place, and back again', async () => {
  const { world, kim, den: log, room } = await den(500)
  await Promise.all([room.jumpTo(103), world.time.advance(100)])
  const { items, atStart, atEnd } = room.timeline.value
  assert.deepEqual([items.length, atStart, atEnd], [50, false, false])
  assert(texts(kim.natter, log.id).includes('m99'), 'the place is in it')
  await Promise.all([room.loadOlder(), world.time.advance(100)])
  await Promise.all([room.loadNewer(), world.time.advance(100)])
  assert.equal(room.timeline.value.items.length, 150)
  await Promise.all([room.jumpToLatest(), world.time.advance(100)])
  assert.deepEqual([texts(kim.natter, log.id), room.timeline.value.atEnd], [numbered(450, 500), true])
})

test('SDK-29 away from the end new messages are counted, not shown', async () => {
  const { world, kim, ada, den: log, room } = await den(300)
  await Promise.all([room.jumpTo(100), world.time.advance(100)])
  const shown = texts(kim.natter, log.id)
  const before = room.timeline.value.newer
  for (let index = 0; index < 7; index++) world.server.post(log, ada, `new${index}`)
  const { cid } = room.send('mine')
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, log.id), shown)
  assert.equal(room.timeline.value.newer, before + 8)
  assert(room.timeline.value.items.every(({ key }) => key !== cid))
  await Promise.all([room.jumpToLatest(), world.time.advance(100)])
  assert.deepEqual(texts(kim.natter, log.id).slice(-2), ['new6', 'mine'])
  assert.equal(room.timeline.value.newer, 0)
})

test('SDK-30 what changes is changed, and the others keep their rows', async () => {
  const { world, kim, ada, den: log, room } = await den(5)
  const before = room.timeline.value.items
  const [first, second, third] = log.messages
  assert(first !== undefined && second !== undefined && third !== undefined)
  const by = ada.id
  const at = world.time.now
  world.server.publish(
    log.append({ type: 'message.edited', by, message: { ...first, text: 'edited', editedAt: at } }, at),
  )
  world.server.publish(log.append({ type: 'reaction.changed', by, subject: second.seq, reactions: { '👍': [by] } }, at))
  world.server.publish(log.append({ type: 'message.deleted', by, message: { ...third, text: '', deletedAt: at } }, at))
  await world.time.advance(100)
  const { items } = room.timeline.value
  assert.deepEqual(
    items.map((item) => item.kind === 'message' && item.message),
    log.messages,
  )
  assert.deepEqual(
    items.map((item, index) => item === before[index]),
    [false, false, false, true, true],
  )
  assert.deepEqual(
    items.map(({ key }) => key),
    before.map(({ key }) => key),
  )
  assert.equal(kim.natter.room(log.id), room)
})

test('SDK-30 a page that was read before a change is shown with it', async () => {
  const { world, kim, ada, den: log, room } = await den(200)
  const old = log.messages[120]
  assert(old !== undefined)
  const answers: (() => void)[] = []
  // The page is read now, and arrives after the edit.
  world.server.script = (command, { link }) => {
    if (command.type !== 'history') return undefined
    const messages = log.messages.filter(({ seq }) => seq < (command.before ?? Infinity)).slice(-50)
    answers.push(() => link.send({ re: command.id, ok: { messages, more: true } }))
    return 'silence'
  }
  const load = room.loadOlder()
  await world.time.advance(100)
  const message = { ...old, text: 'edited', editedAt: 1 }
  world.server.publish(log.append({ type: 'message.edited', by: ada.id, message }, world.time.now))
  await world.time.advance(100)
  answers[0]?.()
  await Promise.all([load, world.time.advance(100)])
  assert.equal(texts(kim.natter, log.id)[20], 'edited')
})

test('SDK-30 what was posted and deleted while a page was on its way stays deleted', async () => {
  const { world, kim, ada, den: log, room } = await den(60)
  world.server.script = (command, { link }) => {
    if (command.type !== 'history') return undefined
    const messages = log.messages.slice(-50)
    world.time.setTimer(200, () => link.send({ re: command.id, ok: { messages, more: true } }))
    return 'silence'
  }
  const jump = room.jumpTo(30)
  await world.time.advance(50)
  world.server.post(log, ada, 'oops')
  const oops = log.messages.at(-1)
  assert(oops !== undefined)
  const message = { ...oops, text: '', deletedAt: 1 }
  world.server.publish(log.append({ type: 'message.deleted', by: ada.id, message }, world.time.now))
  await Promise.all([jump, world.time.advance(300)])
  assert.deepEqual([texts(kim.natter, log.id).length, texts(kim.natter, log.id).at(-1)], [51, ''])
})

test('SDK-30 messages that come while the end is loaded are not lost', async () => {
  const { world, kim, ada, den: log, room } = await den(200)
  await Promise.all([room.jumpTo(20), world.time.advance(100)])
  world.server.script = (command, { link }) => {
    if (command.type !== 'history') return undefined
    const messages = log.messages.slice(-50)
    world.time.setTimer(200, () => link.send({ re: command.id, ok: { messages, more: true } }))
    return 'silence'
  }
  const jump = room.jumpToLatest()
  await world.time.advance(100)
  world.server.post(log, ada, 'meanwhile')
  await Promise.all([jump, world.time.advance(400)])
  assert.equal(room.timeline.value.atEnd, true)
  assert.equal(texts(kim.natter, log.id).at(-1), 'meanwhile')
})

test('SDK-30 a page that belongs to what is gone does not join', async () => {
  const { world, kim, ada, den: log, room } = await den(200)
  const answers: (() => void)[] = []
  world.server.script = (command, { link }) => {
    if (command.type !== 'history') return undefined
    const messages = log.messages.filter(({ seq }) => seq < (command.before ?? Infinity)).slice(-50)
    answers.push(() => link.send({ re: command.id, ok: { messages, more: true } }))
    return 'silence'
  }
  const load = room.loadOlder()
  await world.time.advance(100)
  world.server.delivers = () => false
  log.deltaEventsMax = 0
  for (let index = 0; index < 60; index++) world.server.post(log, ada, `new${index}`)
  kim.link().send({ control: 'lag', rooms: [log.id] })
  await world.time.advance(100)
  assert.equal(texts(kim.natter, log.id)[0], 'new10')
  answers[0]?.()
  await Promise.all([load, world.time.advance(100)])
  assert.equal(texts(kim.natter, log.id)[0], 'new10')
})

test('SDK-28 a page does not leave a hole where the window has been cut meanwhile', async () => {
  const { world, kim, ada, den: log, room } = await den(200)
  await Promise.all([room.loadOlder(), world.time.advance(100)])
  let answer: (() => void) | undefined
  world.server.script = (command, { link }) => {
    if (command.type !== 'history' || answer !== undefined) return undefined
    const messages = log.messages.filter(({ seq }) => seq < (command.before ?? Infinity)).slice(-50)
    answer = () => link.send({ re: command.id, ok: { messages, more: true } })
    return 'silence'
  }
  const load = room.loadOlder()
  room.close()
  void room.open()
  await world.time.advance(100)
  answer?.()
  await Promise.all([load, world.time.advance(100)])
  assert.deepEqual(texts(kim.natter, log.id), numbered(150, 200))
  await Promise.all([room.loadOlder(), world.time.advance(100)])
  assert.deepEqual(texts(kim.natter, log.id), numbered(100, 200))
  assert.equal(ada.handle, 'ada')
})

test('SDK-28 a jump arrives also where new messages cut the window meanwhile', async () => {
  const { world, kim, ada, den: log, room } = await den(1_200)
  while (!room.timeline.value.atStart) await Promise.all([room.loadOlder(), world.time.advance(100)])
  while (!room.timeline.value.atEnd) await Promise.all([room.loadNewer(), world.time.advance(100)])
  let answer: (() => void) | undefined
  world.server.script = (command, { link }) => {
    if (command.type !== 'history') return undefined
    const messages = log.messages.slice(300, 350)
    answer = () => link.send({ re: command.id, ok: { messages, more: true, moreAfter: true } })
    return 'silence'
  }
  const jump = room.jumpTo(325)
  await world.time.advance(100)
  const first = texts(kim.natter, log.id)[0]
  for (let index = 0; index < 5; index++) world.server.post(log, ada, `new${index}`)
  await world.time.advance(100)
  assert.notEqual(texts(kim.natter, log.id)[0], first, 'the window must have been cut for this to mean anything')
  answer?.()
  await Promise.all([jump, world.time.advance(100)])
  assert.deepEqual(texts(kim.natter, log.id), numbered(300, 350))
  assert.equal(room.timeline.value.atEnd, false)
})

test('SDK-30 lines about members and the room stand where they happened', async () => {
  const { world, ada, den: log, room } = await den(1)
  const eve = world.server.addUser('eve')
  world.server.join(log, eve)
  world.server.post(log, ada, 'welcome')
  await world.time.advance(100)
  assert.deepEqual(
    room.timeline.value.items.map((item) => (item.kind === 'event' ? item.event.type : item.kind)),
    ['message', 'member.joined', 'message'],
  )
})
