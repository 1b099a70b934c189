import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import type { Command } from '@natter/protocol'
import { COMMANDS } from '@natter/protocol/schemas'
import { runCommand } from '../../src/commands/run-command.ts'
import { house } from './house.ts'

test('GW-53 two people who open the same conversation at once meet in one room', async () => {
  const { ada, kim, settle } = await house()
  const [adas, kims] = [await ada.connect(), await kim.connect()]
  const ids = [adas.send('dm.open', { users: [kim.id], cid: 'a' }), kims.send('dm.open', { users: [ada.id], cid: 'b' })]
  await settle()
  const [one, other] = [adas.answerTo(ids[0] ?? 0).ok, kims.answerTo(ids[1] ?? 0).ok].map((ok) =>
    COMMANDS['dm.open'].reply.parse(ok),
  )
  assert.ok(one !== undefined && other !== undefined)
  assert.equal(one.room.id, other.room.id)
  assert.deepEqual([one.room.kind, one.room.people], ['direct', [ada.id, kim.id].toSorted()])
  for (const client of [adas, kims]) {
    assert.deepEqual(
      client.all('inbox.roomAdded').map(({ room }) => room),
      [one.room.id],
    )
    assert.equal(client.connection.rooms.get(one.room.id)?.level, 'digest')
  }
  await adas.open(one.room.id)
  await kims.must('message.send', { room: one.room.id, cid: 'c', text: 'hi' })
  assert.equal(adas.all('message.posted').length, 1)
})

test('GW-53 a conversation of other people is another room', async () => {
  const { ada, kim, bob } = await house()
  const client = await ada.connect()
  const rooms = [
    await client.must('dm.open', { users: [kim.id], cid: '1' }),
    await client.must('dm.open', { users: [kim.id, ada.id], cid: '2' }),
    await client.must('dm.open', { users: [bob.id], cid: '3' }),
    await client.must('dm.open', { users: [kim.id, bob.id], cid: '4' }),
    await client.must('dm.open', { users: [], cid: '5' }),
  ].map(({ room }) => [room.kind, room.id] as const)
  assert.equal(rooms[0]?.[1], rooms[1]?.[1])
  assert.equal(new Set(rooms.map(([, id]) => id)).size, 4)
  assert.deepEqual(
    rooms.map(([kind]) => kind),
    ['direct', 'direct', 'direct', 'group', 'direct'],
  )
})

test('GW-54 making a room again with the same cid meets the same room', async () => {
  const { ada, kim } = await house()
  const fields = { cid: 'mine', kind: 'public', name: 'Attic' } as const
  const first = await (await ada.connect()).must('room.create', fields)
  const again = await (await ada.connect()).must('room.create', fields)
  COMMANDS['room.create'].reply.parse(again)
  assert.deepEqual([again.room.id, again.seq, again.ref], [first.room.id, first.seq, first.ref])
  assert.deepEqual([first.duplicate, again.duplicate], [false, true])
  const other = await (await kim.connect()).must('room.create', fields)
  assert.notEqual(other.room.id, first.room.id)
})

test('GW-55 sends beyond the rate of a room say exactly when to try again', async () => {
  const { ada, den, room, clock } = await house({ ratesEnforced: true })
  const attic = await room(ada)
  const client = await ada.connect()
  const send = (to: typeof den, cid: string) => client.ask('message.send', { room: to, cid, text: 'hi' })
  for (let index = 0; index < LIMITS.roomSendsBurst; index++) assert.ok((await send(den, `a${index}`)).ok !== undefined)
  const { error } = await send(den, 'b')
  assert.deepEqual([error?.code, error?.retryAfterMs], ['rate_limited', 1_000 / LIMITS.roomSendsPerSecond])
  await clock.advance(199)
  assert.deepEqual((await send(den, 'b')).error?.retryAfterMs, 1)
  assert.ok((await send(attic, 'c')).ok !== undefined, 'another room has its own rate')
  await clock.advance(1)
  assert.ok((await send(den, 'b')).ok !== undefined)
})

test('GW-55 what the rate of a room refuses does not count against that of the user', async () => {
  const limits = { roomSendsPerSecond: 1, roomSendsBurst: 1, userSendsPerSecond: 1, userSendsBurst: 2 }
  const { ada, den, room } = await house({ ratesEnforced: true, limits })
  const attic = await room(ada)
  const client = await ada.connect()
  await client.must('message.send', { room: den, cid: 'a', text: 'hi' })
  for (let index = 0; index < 5; index++)
    assert.equal((await client.ask('message.send', { room: den, cid: 'b', text: 'hi' })).error?.code, 'rate_limited')
  await client.must('message.send', { room: attic, cid: 'c', text: 'hi' })
  assert.equal(
    (await client.ask('message.send', { room: await room(ada), cid: 'd', text: 'hi' })).error?.code,
    'rate_limited',
  )
})

test('GW-55 many messages at once count each', async () => {
  const { ada, den } = await house({ ratesEnforced: true })
  const client = await ada.connect()
  const items = (name: string, length: number) =>
    Array.from({ length }, (_, index) => ({ cid: `${name}${index}`, text: 'hi' }))
  await client.must('message.sendMany', { room: den, items: items('a', 15) })
  assert.equal((await client.ask('message.sendMany', { room: den, items: items('b', 6) })).error?.retryAfterMs, 200)
  await client.must('message.sendMany', { room: den, items: items('c', 5) })
})

test('GW-55 joins and typing have their rates', async () => {
  const { ada, kim, den, room, clock } = await house({ ratesEnforced: true })
  const rooms = await Promise.all(Array.from({ length: LIMITS.joinsPerMinute + 1 }, () => room(kim)))
  const client = await ada.connect()
  const answers = []
  for (const [index, id] of rooms.entries()) answers.push(await client.ask('room.join', { room: id, cid: `j${index}` }))
  assert.deepEqual(
    answers.map(({ error }) => error?.retryAfterMs).filter((ms) => ms !== undefined),
    [6_000],
  )
  await client.must('typing', { room: den, on: true })
  await client.must('typing', { room: den, on: false })
  assert.equal((await client.ask('typing', { room: den, on: true })).error?.retryAfterMs, 3_000)
  await clock.advance(3_000)
  await client.must('typing', { room: den, on: true })
})

test('GW-56 commands about a connection are refused where there is none', async () => {
  const { ada, den, ports } = await house()
  const user = { id: ada.id, handle: 'ada', name: 'ada', kind: 'human', role: 'owner' } as const
  const actor = { user, session: ada.session }
  const commands: Command[] = [
    { id: 1, type: 'hello', version: 1 },
    { id: 1, type: 'bye' },
    { id: 1, type: 'room.open', room: den },
    { id: 1, type: 'room.close', room: den },
    { id: 1, type: 'presence.set', status: 'dnd' },
    { id: 1, type: 'presence.watch', users: [] },
    { id: 1, type: 'activity', state: 'idle' },
    { id: 1, type: 'session.renew', token: 'x' },
  ]
  for (const command of commands) {
    const answer = await runCommand(ports, actor, command)
    assert.ok('refused' in answer && answer.refused.code === 'bad_request' && answer.refused.field === 'type')
  }
})

test('GW-57 sync answers with catch-ups and changes no levels', async () => {
  const { ada, kim, bob, den, room, settle } = await house()
  const attic = await room(bob, [], 'private')
  const client = await ada.connect()
  const { upTo } = await client.open(den)
  await client.must('room.close', { room: den })
  await kim.say(den, 'hi')
  await settle()
  const reply = await client.must('sync', { rooms: { [den]: upTo, [attic]: null }, user: [0, ''] })
  COMMANDS.sync.reply.parse(reply)
  const part = reply.rooms[den]
  assert.ok(part !== undefined && 'mode' in part && part.mode === 'delta')
  assert.deepEqual(
    part.events.map(({ seq }) => seq),
    [4],
  )
  assert.deepEqual(reply.rooms[attic], (await client.must('sync', { rooms: { rm_nowhere: null } })).rooms['rm_nowhere'])
  assert.equal(reply.user?.mode, 'delta')
  assert.equal(client.connection.rooms.get(den)?.level, 'digest')
})

test('GW-57 every other command is answered as its schema says', async () => {
  const { ada, kim, den } = await house()
  const client = await ada.connect()
  const { seq } = COMMANDS['message.send'].reply.parse(
    await client.must('message.send', { room: den, cid: '1', text: 'hi' }),
  )
  COMMANDS['message.sendMany'].reply.parse(
    await client.must('message.sendMany', { room: den, items: [{ cid: '2', text: 'x' }] }),
  )
  COMMANDS['message.edit'].reply.parse(await client.must('message.edit', { room: den, seq, cid: '3', text: 'ho' }))
  COMMANDS['reaction.add'].reply.parse(await client.must('reaction.add', { room: den, seq, cid: '4', emoji: '👍' }))
  COMMANDS['reaction.remove'].reply.parse(
    await client.must('reaction.remove', { room: den, seq, cid: '5', emoji: '👍' }),
  )
  COMMANDS.history.reply.parse(await client.must('history', { room: den, around: seq, limit: 3 }))
  COMMANDS.members.reply.parse(await client.must('members', { room: den }))
  COMMANDS.receipts.reply.parse(await client.must('receipts', { room: den, seq: 0 }))
  COMMANDS.users.reply.parse(await client.must('users', { users: [kim.id, ada.id, kim.id] }))
  COMMANDS.rooms.reply.parse(await client.must('rooms', { rooms: [den, den] }))
  COMMANDS['room.update'].reply.parse(await client.must('room.update', { room: den, cid: '6', name: 'Den' }))
  COMMANDS['message.delete'].reply.parse(await client.must('message.delete', { room: den, seq, cid: '7' }))
  COMMANDS['room.remove'].reply.parse(await client.must('room.remove', { room: den, cid: '8', user: kim.id }))
  COMMANDS['room.invite'].reply.parse(await client.must('room.invite', { room: den, cid: '9', user: kim.id }))
  COMMANDS['room.leave'].reply.parse(await client.must('room.leave', { room: den, cid: '10' }))
})
