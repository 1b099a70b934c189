// Long: sending is what the SDK exists for, and its cases are read side by side.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, WireError } from '@natter/protocol'
import type { OutboxEntry, OutboxStorage } from '../src/index.ts'
import type { FakeRoom } from './world/fake-room.ts'
import { texts, World } from './world/world.ts'
import type { Person } from './world/world.ts'

async function den(): Promise<{
  world: World
  kim: Person
  den: FakeRoom
  room: ReturnType<Person['natter']['room']>
}> {
  const world = new World()
  const kim = await world.live('kim')
  const den = world.server.addRoom('den', [kim.user])
  const room = kim.natter.room(den.id)
  void room.open()
  await world.time.advance(100)
  return { world, kim, den, room }
}

/** The texts of a room as the server has them. */
const stored = (room: FakeRoom): string[] => room.messages.map(({ text }) => text)
const refusal = (code: WireError['code'], retryAfterMs?: number): { error: WireError } => ({
  error: { code, message: `Refused: ${code}.`, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
})

test('SDK-20 a message is there at once, and its row stays the same row', async () => {
  const { world, kim, den: stored, room } = await den()
  const { cid, sent } = room.send('hi', { replyTo: 1 })
  const [pending] = room.timeline.value.items.slice(-1)
  assert.deepEqual(pending, {
    kind: 'pending',
    key: cid,
    cid,
    text: 'hi',
    replyTo: 1,
    at: world.time.now,
    state: 'pending',
    error: undefined,
  })
  world.server.delivers = () => false
  await world.time.advance(100)
  const place = await sent
  const [acked] = room.timeline.value.items.slice(-1)
  assert.deepEqual(acked, {
    kind: 'message',
    key: cid,
    message: { seq: place.seq, n: 1, by: kim.user.id, at: place.at, cid, text: 'hi', replyTo: 1 },
  })
  assert.deepEqual(acked?.kind === 'message' && acked.message, stored.messages[0])
  kim.link().send(stored.log.at(-1) ?? {})
  await world.time.advance(100)
  assert.equal(room.timeline.value.items.at(-1), acked, 'the event changes nothing that is to be seen')
})

test('SDK-20 a message written before the first connection goes out with it', async () => {
  const world = new World()
  const kim = world.server.addUser('kim')
  const den = world.server.addRoom('den', [kim])
  const person = world.person(kim)
  person.natter.room(den.id).send('early')
  await world.time.until(() => den.messages.length === 1)
  assert.deepEqual(den.messages[0]?.by, kim.id)
})

test('SDK-21 one command is on its way, and what queues meanwhile goes as one', async () => {
  const { world, den: log, room } = await den()
  const all = Array.from({ length: 40 }, (_, index) => `m${index}`)
  for (const text of all) room.send(text)
  await world.time.advance(300)
  assert.deepEqual(stored(log), all)
  assert.deepEqual(
    world.server.ofType('message.sendMany').map(({ items }) => items.length),
    [1, 32, 7],
  )
})

test('SDK-21 long messages go in as many frames as they need', async () => {
  const { world, den: log, room } = await den()
  const all = Array.from({ length: 6 }, (_, index) => `${index}`.repeat(8_000))
  for (const text of all) room.send(text)
  await world.time.advance(1_000)
  assert.deepEqual(stored(log), all)
  for (const command of world.server.ofType('message.sendMany')) assert(JSON.stringify(command).length < 65_536)
})

test('SDK-22 order holds over refusals that allow another try, and small batches pass where large ones do not', async () => {
  const { world, den: log, room } = await den()
  let tokens = 5
  world.server.script = (command) => {
    if (command.type !== 'message.sendMany') return undefined
    if (command.items.length > tokens) return refusal('rate_limited', 1_000)
    tokens -= command.items.length
    return undefined
  }
  const all = Array.from({ length: 60 }, (_, index) => `m${index}`)
  for (const text of all) room.send(text)
  for (let second = 0; second < 60; second++) {
    await world.time.advance(1_000)
    tokens = Math.min(20, tokens + 5)
  }
  assert.deepEqual(stored(log), all)
})

test('SDK-22 order holds over lost connections and lost answers, and nothing is doubled', async () => {
  const { world, den: log, room } = await den()
  let count = 0
  world.server.losesReply = ({ type }) => type === 'message.sendMany' && ++count % 3 === 0
  const all: string[] = []
  for (let index = 0; index < 60; index++) {
    all.push(`m${index}`)
    room.send(`m${index}`)
    await world.time.advance(40)
    if (index % 10 === 9) world.server.cut()
  }
  await world.time.advance(120_000)
  assert.deepEqual(stored(log), all)
  assert.deepEqual(
    room.timeline.value.items.map((item) => item.kind),
    all.map(() => 'message'),
  )
})

test('SDK-22 an answer that makes no sense is no answer', async () => {
  const { world, kim, den: log, room } = await den()
  const nonsense: unknown[] = [null, {}, { items: [] }, { items: [{ seq: 'x' }] }, 7]
  world.server.script = ({ type }) =>
    type === 'message.sendMany' && nonsense.length > 0 ? { ok: nonsense.shift() } : undefined
  room.send('hi')
  await world.time.advance(300_000)
  assert.deepEqual(stored(log), ['hi'])
  assert.deepEqual(texts(kim.natter, log.id), ['hi'])
})

test('SDK-23 a message that is refused for good is kept, and those behind it go on', async () => {
  const { world, kim, den: log, room } = await den()
  world.server.script = (command) => {
    const isBad = command.type === 'message.sendMany' && command.items.some(({ text }) => text === 'bad')
    return isBad ? refusal('bad_request') : undefined
  }
  const [first, bad, last] = [room.send('good'), room.send('bad'), room.send('better')]
  await world.time.advance(1_000)
  assert.deepEqual(stored(log), ['good', 'better'])
  await assert.rejects(bad.sent, { code: 'bad_request', message: 'Refused: bad_request.' })
  await Promise.all([first.sent, last.sent])
  const [row] = room.timeline.value.items.slice(-1)
  assert.deepEqual(row?.kind === 'pending' && [row.cid, row.state, row.error?.code], [bad.cid, 'failed', 'bad_request'])
  assert.equal(kim.natter.rooms.value[0]?.failedSends, 1)
  world.server.script = () => undefined
  room.retry(bad.cid)
  assert.equal(kim.natter.rooms.value[0]?.failedSends, 0)
  await world.time.advance(1_000)
  assert.deepEqual(stored(log), ['good', 'better', 'bad'])
  assert.equal(log.messages.at(-1)?.cid, bad.cid)
})

test('SDK-23 a discarded message is gone', async () => {
  const { world, den: log, room } = await den()
  world.server.script = ({ type }) => (type === 'message.sendMany' ? refusal('archived') : undefined)
  const { cid, sent } = room.send('never')
  await world.time.advance(100)
  await assert.rejects(sent, { code: 'archived' })
  world.server.script = () => undefined
  room.discard(cid)
  await world.time.advance(1_000)
  assert.deepEqual([stored(log), room.timeline.value.items], [[], []])
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  const unsent = room.send('unsent')
  room.discard(unsent.cid)
  await assert.rejects(unsent.sent, { code: 'stopped' })
})

test('SDK-23 a message that breaks the server every time does not block the others for ever', async () => {
  const { world, den: log, room } = await den()
  world.server.script = (command) => {
    const isPoison = command.type === 'message.sendMany' && command.items.some(({ text }) => text === 'poison')
    return isPoison ? refusal('internal', 1_000) : undefined
  }
  const poison = room.send('poison')
  room.send('fine')
  await world.time.advance(3_600_000)
  assert.deepEqual(stored(log), ['fine'])
  await assert.rejects(poison.sent, { code: 'internal' })
})

test('SDK-23 what no frame can hold fails, and what no server takes is made fit', async () => {
  const { world, den: log, room } = await den()
  const large = room.send('x'.repeat(70_000))
  room.send('half \ud800 and \0')
  await world.time.advance(1_000)
  await assert.rejects(large.sent, { code: 'too_large' })
  assert.deepEqual(stored(log), ['half \ufffd and \ufffd'])
})

test('SDK-23 no more than 1,000 messages wait', async () => {
  const { world, room } = await den()
  world.isUnreachable = true
  world.server.cut()
  await world.time.advance(100)
  const sendings = Array.from({ length: 1_001 }, () => room.send('x'))
  await assert.rejects(sendings.at(-1)?.sent ?? Promise.resolve(), { code: 'quota' })
  assert.equal(room.timeline.value.items.length, 1_000)
})

test('SDK-24 the event settles a message whose answer is lost', async () => {
  const { world, den: log, room } = await den()
  world.server.losesReply = ({ type }) => type === 'message.sendMany'
  const { cid, sent } = room.send('hi')
  await world.time.advance(100)
  assert.deepEqual(await sent, { seq: log.head, n: 1, ref: `r${log.head}`, at: log.messages[0]?.at, duplicate: false })
  assert.deepEqual(
    room.timeline.value.items.map(({ kind, key }) => [kind, key]),
    [['message', cid]],
  )
  await world.time.advance(60_000)
  assert.equal(world.server.ofType('message.sendMany').length, 1)
})

test('SDK-24 somebody else who takes the same cid settles nothing and hides nothing', async () => {
  const { world, kim, den: log, room } = await den()
  const eve = world.server.addUser('eve')
  world.server.join(log, eve)
  world.server.script = ({ type }) => (type === 'message.sendMany' ? 'silence' : undefined)
  const { cid } = room.send('mine')
  world.server.post(log, eve, 'hers', cid)
  await world.time.advance(100)
  assert.deepEqual(texts(kim.natter, log.id), ['hers', '[mine]'])
  assert.equal(new Set(room.timeline.value.items.map(({ key }) => key)).size, room.timeline.value.items.length)
})

/** What a browser would keep over a reload. */
function shelf(): OutboxStorage & { entries: Map<string, OutboxEntry> } {
  const entries = new Map<string, OutboxEntry>()
  return {
    entries,
    load: async () => [...entries.values()],
    save: async (entry) => void entries.set(entry.cid, structuredClone(entry)),
    remove: async (cid) => void entries.delete(cid),
  }
}

test('SDK-25 what was not acknowledged survives a reload, in its order and with its cids', async () => {
  const world = new World()
  const storage = shelf()
  const kim = await world.live('kim', { storage })
  const den = world.server.addRoom('den', [kim.user])
  await world.time.advance(100)
  world.server.losesReply = ({ type }) => type === 'message.sendMany'
  const sendings = ['one', 'two', 'three'].map((text) => kim.natter.room(den.id).send(text))
  await world.time.advance(10)
  assert.deepEqual([stored(den), storage.entries.size], [['one'], 3])
  // The page goes away without a goodbye.
  kim.link().close()
  await kim.natter.close()
  world.server.losesReply = () => false
  assert.equal(storage.entries.size, 3)
  const again = await world.live(kim.user, { storage })
  again.natter.room(den.id).send('four')
  await world.time.advance(1_000)
  assert.deepEqual(stored(den), ['one', 'two', 'three', 'four'])
  assert.deepEqual(
    den.messages.slice(0, 3).map(({ cid }) => cid),
    sendings.map(({ cid }) => cid),
  )
  assert.equal(storage.entries.size, 0)
})

test('SDK-25 what an earlier page left behind goes first, however long it takes to be read', async () => {
  const world = new World()
  const kim = world.server.addUser('kim')
  const den = world.server.addRoom('den', [kim])
  const storage = shelf()
  const old = (order: number): OutboxEntry => ({
    cid: `old${order}`,
    room: den.id,
    text: `old ${order}`,
    at: 1,
    order,
    by: kim.id,
  })
  for (const order of [3, 1, 2]) storage.entries.set(`old${order}`, old(order))
  const loading = Promise.withResolvers<OutboxEntry[]>()
  const person = await world.live(kim, { storage: { ...storage, load: () => loading.promise } })
  person.natter.room(den.id).send('new')
  await world.time.advance(1_000)
  loading.resolve(await storage.load())
  await world.time.advance(1_000)
  assert.deepEqual(stored(den), ['old 1', 'old 2', 'old 3', 'new'])
})

test('SDK-25 of what an earlier page left behind 1,000 messages are taken', async () => {
  const world = new World()
  const kim = world.server.addUser('kim')
  const den = world.server.addRoom('den', [kim])
  const entries = Array.from({ length: 1_500 }, (_, order) => ({
    cid: `c${order}`,
    room: den.id,
    text: `${order}`,
    at: 1,
    order,
    by: kim.id,
  }))
  let isHeld = true
  world.server.script = ({ type }) => (isHeld && type === 'message.sendMany' ? refusal('unavailable', 100) : undefined)
  const person = await world.live(kim, { storage: { ...shelf(), load: async () => entries } })
  await world.time.advance(100)
  await assert.rejects(person.natter.room(den.id).send('one more').sent, { code: 'quota' })
  isHeld = false
  await world.time.advance(60_000)
  assert.equal(den.messages.length, 1_000)
})

test('SDK-49 what turns up later is sent too, once, and counts once', async () => {
  const world = new World()
  const kim = world.server.addUser('kim')
  const den = world.server.addRoom('den', [kim])
  let isHeld = true
  world.server.script = ({ type }) => (isHeld && type === 'message.sendMany' ? refusal('unavailable', 100) : undefined)
  let take: (entries: OutboxEntry[]) => void = () => assert.fail('nobody has asked for what turns up')
  const storage = shelf()
  const person = await world.live(kim, { storage: { ...storage, found: (by) => (take = by) } })
  const left = (count: number, by = kim.id): OutboxEntry[] =>
    Array.from({ length: count }, (_, order) => ({
      cid: `left${order}`,
      room: den.id,
      text: `left ${order}`,
      at: 1,
      order,
      by,
    }))
  person.natter.room(den.id).send('new')
  take([...left(3), {} as OutboxEntry, { ...left(1)[0], text: 7 } as unknown as OutboxEntry])
  for (let time = 0; time < 400; time++) take(left(3))
  assert.deepEqual(texts(person.natter, den.id), ['[left 0]', '[left 1]', '[left 2]', '[new]'])
  take(left(2_000))
  await assert.rejects(person.natter.room(den.id).send('one too many').sent, { code: 'quota' })
  isHeld = false
  await world.time.advance(60_000)
  const all = stored(den)
  assert.deepEqual(all.toSorted(), [...left(999).map(({ text }) => text), 'new'].toSorted(), 'each once')
  take(left(3))
  await world.time.advance(1_000)
  assert.deepEqual(stored(den), all, 'what was sent already is known by its cid')
  assert.deepEqual(
    texts(person.natter, den.id).filter((text) => text.startsWith('[')),
    [],
  )
  await person.natter.close()
  take([{ ...left(1)[0], cid: 'late' } as OutboxEntry])
  await world.time.advance(1_000)
  assert.deepEqual(stored(den), all, 'nor anything after the end')
})

test('SDK-25 what somebody else has written on this device is left alone', async () => {
  const world = new World()
  const storage = shelf()
  const kim = await world.live('kim', { storage })
  const den = world.server.addRoom('den', [kim.user])
  await world.time.advance(100)
  world.server.script = ({ type }) => (type === 'message.sendMany' ? 'silence' : undefined)
  kim.natter.room(den.id).send('secret of kim')
  await world.time.advance(10)
  await kim.natter.close()
  world.server.script = () => undefined
  const ada = await world.live('ada', { storage })
  world.server.join(den, ada.user)
  await world.time.advance(10_000)
  assert.deepEqual([stored(den), texts(ada.natter, den.id)], [[], []])
  await ada.natter.close()
  await world.live(kim.user, { storage })
  await world.time.advance(1_000)
  assert.deepEqual(stored(den), ['secret of kim'])
})

test('SDK-25 what was written before anybody had signed in is not kept for whoever does', async () => {
  const world = new World()
  const storage = shelf()
  world.isUnreachable = true
  const kim = world.person('kim', { storage })
  const den = world.server.addRoom('den', [kim.user])
  kim.natter.room(den.id).send('who am I')
  await world.time.advance(100)
  assert.equal(storage.entries.size, 0)
  world.isUnreachable = false
  await world.time.until(() => den.messages.length === 1)
})

test('SDK-25 a storage that fails or holds nonsense costs no message', async () => {
  const world = new World()
  const fails = async (): Promise<never> => {
    throw new Error('quota')
  }
  const kim = await world.live('kim', { storage: { load: fails, save: fails, remove: fails } })
  const den = world.server.addRoom('den', [kim.user])
  await world.time.advance(100)
  await Promise.all([kim.natter.room(den.id).send('hi').sent, world.time.advance(1_000)])
  assert.equal(kim.natter.counters.storageFailures, 3)
  const nonsense = [null, 7, {}, { cid: 'x' }, { cid: 1, room: [], text: {}, at: 'x', order: 0, by: 'us_kim0000' }]
  const storage = { ...shelf(), load: async () => nonsense as OutboxEntry[] }
  const ada = await world.live('ada', { storage })
  world.server.join(den, ada.user)
  await world.time.advance(100)
  await Promise.all([ada.natter.room(den.id).send('ho').sent, world.time.advance(1_000)])
  assert.deepEqual(stored(den), ['hi', 'ho'])
})

test('SDK-25 a storage that does not answer holds sending up for 5 s', async () => {
  const world = new World()
  const never = new Promise<never>(() => undefined)
  const kim = await world.live('kim', { storage: { load: () => never, save: () => never, remove: () => never } })
  const den = world.server.addRoom('den', [kim.user])
  kim.natter.room(den.id).send('hi')
  await world.time.advance(4_000)
  assert.deepEqual(stored(den), [])
  await world.time.advance(2_000)
  assert.deepEqual(stored(den), ['hi'])
})

test('SDK-26 nobody has to listen to a promise', async () => {
  const { world, kim, room } = await den()
  world.server.script = ({ type }) => (type === 'activity' ? undefined : refusal('forbidden'))
  const unheard: unknown[] = []
  const hear = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  const { natter } = kim
  const other = natter.room('rm_other00')
  void [room.edit(1, 'x'), room.delete(1), room.react(1, '👍'), room.unreact(1, '👍'), room.leave(), room.whoRead(1)]
  void [room.update({ name: 'x' }), room.invite('us_ada0000'), room.remove('us_ada0000'), room.markUnread(1)]
  void [room.loadMembers(), room.jumpTo(1), other.open(), natter.joinRoom('rm_other00'), natter.openDm([])]
  void [natter.createRoom({ kind: 'public', name: 'x' }), natter.setStatus('dnd')]
  room.send('x')
  world.fetch = async () => Response.json({ error: { code: 'forbidden', message: 'No.' } }, { status: 403 })
  void [natter.http.me(), natter.http.signIn({ handle: 'x', password: 'y' })]
  await world.time.advance(60_000)
  room.send('y')
  void natter.close()
  await world.time.advance(60_000)
  process.removeListener('unhandledRejection', hear)
  assert.deepEqual(unheard, [])
})

test('SDK-27 a command is tried again over another connection, with the same cid', async () => {
  const { world, kim, room, den: log } = await den()
  await Promise.all([room.send('hi').sent, world.time.advance(100)])
  const seq = log.head
  let answers = 0
  world.server.script = ({ type }) => (type === 'message.edit' && ++answers === 1 ? 'silence' : undefined)
  const edit = room.edit(seq, 'ho')
  await world.time.advance(100)
  world.server.cut()
  await world.time.advance(2_000)
  await edit
  const cids = world.server.ofType('message.edit').map(({ cid }) => cid)
  assert.deepEqual([cids.length, new Set(cids).size], [2, 1])
  assert.deepEqual(texts(kim.natter, log.id), ['ho'])
})

test('SDK-27 a command that nothing answers fails after 30 s', async () => {
  const { world, room } = await den()
  world.isUnreachable = true
  world.server.cut()
  const edit = room.edit(1, 'x')
  let isOver = false
  void edit.catch(() => (isOver = true))
  await world.time.advance(29_900)
  assert(!isOver)
  await world.time.advance(200)
  await assert.rejects(edit, { code: 'network' })
})

test('SDK-27 a command that may be tried again is, and one that may not is refused at once', async () => {
  const { world, room, den: log } = await den()
  await Promise.all([room.send('hi').sent, world.time.advance(100)])
  let refusals = 3
  world.server.script = ({ type }) =>
    type === 'message.edit' && refusals-- > 0 ? refusal('rate_limited', 500) : undefined
  await Promise.all([room.edit(log.head, 'ho'), world.time.advance(3_000)])
  const { text } = log.messages[0] as Message
  assert.equal(text, 'ho')
  world.server.script = () => refusal('forbidden')
  await Promise.all([assert.rejects(room.edit(log.head, 'no'), { code: 'forbidden' }), world.time.advance(50)])
})
