import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, Room, SignedIn } from '@natter/protocol'
import { house, refusal } from './house.ts'
import type { Answered, House } from './house.ts'

async function den({ ask }: House, as: SignedIn, kind = 'public'): Promise<string> {
  const { body } = await ask('POST /v1/rooms', { as, body: { kind, name: 'Den', topic: 'Talk' } })
  return `/v1/rooms/${(body['room'] as Room).id}`
}

async function textsIn({ ask }: House, as: SignedIn, path: string): Promise<string[]> {
  const { body } = await ask(`GET ${path}/messages`, { as })
  return (body['messages'] as Message[]).map(({ text }) => text)
}

test('HTTP-17 a room is made, found, changed and left by the rules of the socket', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const made = await there.ask('POST /v1/rooms', { as: ada, body: { kind: 'public', name: 'Den', topic: 'Talk' } })
  const room = made.body['room'] as Room
  assert.equal(made.status, 201)
  assert.deepEqual([room.name, room.topic, room.members, made.body['duplicate']], ['Den', 'Talk', 1, false])
  const path = `/v1/rooms/${room.id}`

  const found = await there.ask('GET /v1/rooms?scope=public&q=den', { as: kim })
  assert.deepEqual(found.body, { rooms: [room], more: false })
  assert.deepEqual((await there.ask('GET /v1/rooms', { as: kim })).body, { rooms: [], members: [], more: false })
  assert.deepEqual((await there.ask(`GET ${path}`, { as: kim })).body, { room })
  assert.deepEqual(refusal(await there.ask(`GET ${path}/messages`, { as: kim })), { status: 403, code: 'not_member' })
  assert.equal((await there.ask(`PUT ${path}/members/me`, { as: kim })).status, 200)
  const shown = await there.ask(`GET ${path}`, { as: kim })
  assert.deepEqual(
    [(shown.body['room'] as Room).members, (shown.body['member'] as { role: string }).role],
    [2, 'member'],
  )

  assert.deepEqual(refusal(await there.ask(`PATCH ${path}`, { as: kim, body: { name: 'Mine' } })), {
    status: 403,
    code: 'forbidden',
  })
  const renamed = await there.ask(`PATCH ${path}`, { as: ada, body: { name: 'Lair', archived: true } })
  assert.equal((renamed.body['room'] as Room).name, 'Lair')
  assert.deepEqual(refusal(await there.ask(`POST ${path}/messages`, { as: kim, body: { cid: 'c', text: 'hi' } })), {
    status: 403,
    code: 'archived',
  })
  assert.equal((await there.ask(`DELETE ${path}/members/me`, { as: kim })).status, 200)
  assert.equal((await there.ask(`GET ${path}/messages`, { as: kim })).status, 403)
})

test('HTTP-17 messages are sent, read in pages, edited and deleted', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const path = await den(there, ada)
  await there.ask(`PUT ${path}/members/me`, { as: kim })
  const sent: number[] = []
  for (const text of ['one', 'two', 'three']) {
    const { status, body } = await there.ask(`POST ${path}/messages`, { as: kim, body: { cid: text, text } })
    assert.equal(status, 201)
    assert.deepEqual(Object.keys(body).toSorted(), ['at', 'duplicate', 'n', 'ref', 'seq'])
    sent.push(Number(body['seq']))
  }
  const page = await there.ask(`GET ${path}/messages?before=${sent[2]}&limit=1`, { as: ada })
  assert.deepEqual([(page.body['messages'] as Message[]).map(({ text }) => text), page.body['more']], [['two'], true])
  assert.equal((await there.ask(`PATCH ${path}/messages/${sent[0]}`, { as: ada, body: { text: 'mine' } })).status, 403)
  assert.equal((await there.ask(`PATCH ${path}/messages/${sent[0]}`, { as: kim, body: { text: 'uno' } })).status, 200)
  assert.equal((await there.ask(`DELETE ${path}/messages/${sent[1]}`, { as: ada })).status, 200)
  assert.deepEqual(await textsIn(there, ada, path), ['uno', '', 'three'])
  const { body } = await there.ask(`GET ${path}/messages?around=${sent[1]}`, { as: ada })
  assert.equal((body['messages'] as Message[]).length, 3)
})

test('HTTP-17 nobody says who sent a message, or when, but the server', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const path = await den(there, ada)
  for (const extra of [{ by: kim.user.id }, { at: 1 }, { seq: 99 }, { n: 99 }, { editedAt: 1 }]) {
    const answered = await there.ask(`POST ${path}/messages`, { as: ada, body: { cid: 'c', text: 'hi', ...extra } })
    assert.equal(answered.status, 400)
  }
  assert.deepEqual(await textsIn(there, ada, path), [])
})

test('HTTP-17 two who open a direct room meet in one', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const open = (as: SignedIn, other: SignedIn): Promise<Answered> =>
    there.ask('POST /v1/direct', { as, body: { users: [other.user.id] } })
  const [one, two] = await Promise.all([open(ada, kim), open(kim, ada)])
  assert.equal((one?.body['room'] as Room).id, (two?.body['room'] as Room).id)
  assert.equal((one?.body['room'] as Room).kind, 'direct')
})

test('HTTP-18 a message sent again is found again, by cid or Idempotency-Key', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const path = await den(there, ada)
  const send = (body: object, headers: Record<string, string> = {}): Promise<Answered> =>
    there.ask(`POST ${path}/messages`, { as: ada, body, headers })
  const first = await send({ cid: 'k1', text: 'hi' })
  const again = await send({ text: 'hi' }, { 'idempotency-key': 'k1' })
  assert.deepEqual([first.status, again.status], [201, 200])
  assert.deepEqual(again.body, { ...first.body, duplicate: true })
  assert.equal((await send({ cid: 'k1', text: 'hi' }, { 'idempotency-key': 'k1' })).status, 200)
  assert.deepEqual(refusal(await send({ cid: 'k1', text: 'ho' })), { status: 409, code: 'cid_conflict', field: 'cid' })
  assert.deepEqual(refusal(await send({ cid: 'k1', text: 'hi' }, { 'idempotency-key': 'k2' })), {
    status: 400,
    code: 'bad_request',
    field: 'cid',
  })
  assert.deepEqual(refusal(await send({ text: 'hi' })), { status: 400, code: 'bad_request', field: 'cid' })
  assert.equal((await send({ text: 'hi' }, { 'idempotency-key': 'a b' })).status, 400)
  assert.deepEqual(await textsIn(there, ada, path), ['hi'])
})

test('HTTP-18 other writes without a cid are new each time, with one they are one', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const make = async (headers: Record<string, string> = {}): Promise<string> => {
    const { body } = await there.ask('POST /v1/rooms', { as: ada, body: { kind: 'public', name: 'Den' }, headers })
    return (body['room'] as Room).id
  }
  assert.notEqual(await make(), await make())
  assert.equal(await make({ 'idempotency-key': 'den' }), await make({ 'idempotency-key': 'den' }))
})

test('HTTP-19 members are listed, shown, brought in and put out; me is oneself', async () => {
  const there = await house()
  const [ada, kim, lee] = [await there.person('ada'), await there.person('kim'), await there.person('lee')]
  const path = await den(there, ada, 'private')
  assert.equal((await there.ask(`PUT ${path}/members/me`, { as: kim })).status, 404)
  assert.equal((await there.ask(`PUT ${path}/members/${kim.user.id}`, { as: ada })).status, 200)
  const listed = await there.ask(`GET ${path}/members`, { as: kim })
  assert.deepEqual((listed.body['users'] as { handle: string }[]).map(({ handle }) => handle).toSorted(), [
    'ada',
    'kim',
  ])
  const shown = await there.ask(`GET ${path}/members/me`, { as: kim })
  assert.deepEqual([shown.body['user'], (shown.body['member'] as { user: string }).user], [kim.user, kim.user.id])
  assert.equal((await there.ask(`GET ${path}/members/${lee.user.id}`, { as: kim })).status, 404)
  assert.equal((await there.ask(`DELETE ${path}/members/${ada.user.id}`, { as: kim })).status, 403)
  assert.equal((await there.ask(`DELETE ${path}/members/${kim.user.id}`, { as: ada })).status, 200)
  assert.equal((await there.ask(`GET ${path}`, { as: kim })).status, 404)
  assert.deepEqual((await there.ask('GET /v1/users/me', { as: kim })).body, { user: kim.user })
})

test('HTTP-35 members read the texts that a message has had, and what was said from a time on', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const path = await den(there, ada, 'private')
  const { body } = await there.ask(`POST ${path}/messages`, { as: ada, body: { cid: 'c1', text: 'one' } })
  const first = body as unknown as { seq: number; at: number }
  there.clock.advance(1_000)
  await there.ask(`PATCH ${path}/messages/${first.seq}`, { as: ada, body: { text: 'two' } })
  await there.ask(`POST ${path}/messages`, { as: ada, body: { cid: 'c2', text: 'later' } })
  const by = ada.user.id
  const versions = [
    { text: 'one', at: first.at, by },
    { text: 'two', at: first.at + 1_000, by },
  ]
  const read = (as: SignedIn, rest: string) => there.ask(`GET ${path}/messages${rest}`, { as })
  assert.deepEqual((await read(ada, `/${first.seq}/versions`)).body, { versions, more: false })
  assert.deepEqual(refusal(await read(kim, `/${first.seq}/versions`)), { status: 404, code: 'not_found' })
  assert.deepEqual(refusal(await read(ada, '/99/versions')), { status: 404, code: 'not_found', field: 'seq' })
  const from = async (at: number): Promise<string[]> =>
    ((await read(ada, `?at=${at}&limit=1`)).body['messages'] as Message[]).map(({ text }) => text)
  assert.deepEqual([await from(0), await from(first.at), await from(first.at + 1)], [['two'], ['two'], ['later']])
  assert.deepEqual(await from(first.at + 1_001), [])
  assert.equal((await read(ada, '?at=1&before=2')).status, 400)
  assert.equal((await read(ada, '?at=-1')).status, 400)
})

test('HTTP-20 commands run in order, each by itself, and answer by their ids', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const room = (await den(there, ada)).replace('/v1/rooms/', '')
  const { body, status } = await there.ask('POST /v1/commands', {
    as: ada,
    body: [
      { id: 7, type: 'message.send', room, cid: 'a', text: 'one' },
      { id: 8, type: 'message.send', room, cid: 'b', text: 'two', by: 'us_1234' },
      { id: 9, type: 'message.sendMany', room, items: [{ cid: 'c', text: 'three' }] },
      'nonsense',
      { id: 10, type: 'history', room, limit: 1 },
      { id: 11, type: 'toString' },
    ],
  })
  const replies = body['replies'] as { re: number | null; ok?: Record<string, unknown>; error?: { code: string } }[]
  assert.equal(status, 200)
  assert.deepEqual(
    replies.map(({ re, ok, error }) => [
      re,
      error?.code ??
        Object.keys(ok ?? {})
          .toSorted()
          .join(),
    ]),
    [
      [7, 'at,duplicate,n,ref,seq'],
      [8, 'bad_request'],
      [9, 'items'],
      [null, 'bad_request'],
      [10, 'messages,more'],
      [11, 'bad_request'],
    ],
  )
  assert.deepEqual(await textsIn(there, ada, `/v1/rooms/${room}`), ['one', 'three'])
})

test('HTTP-20 commands about a connection are refused, and so are too many and none', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const run = (body: unknown): Promise<Answered> => there.ask('POST /v1/commands', { as: ada, body })
  const ofConnection = [
    { id: 1, type: 'hello', version: 1 },
    { id: 2, type: 'bye' },
    { id: 3, type: 'session.renew', token: ada.accessToken },
    { id: 4, type: 'room.open', room: 'rm_0000' },
    { id: 5, type: 'room.close', room: 'rm_0000' },
    { id: 6, type: 'presence.set', status: 'away' },
    { id: 7, type: 'presence.watch', users: [] },
    { id: 8, type: 'activity', state: 'idle' },
  ]
  const { body } = await run(ofConnection)
  const replies = body['replies'] as { re: number; error: { code: string; field: string } }[]
  assert.deepEqual(
    replies.map(({ re, error }) => [re, error.code, error.field]),
    ofConnection.map(({ id }) => [id, 'bad_request', 'type']),
  )
  const users = (count: number): object[] =>
    Array.from({ length: count }, (_, id) => ({ id, type: 'users', users: [] }))
  assert.equal((await run(users(32))).status, 200)
  assert.equal((await run(users(33))).status, 400)
  assert.equal((await run([])).status, 400)
  assert.equal((await run({ id: 1, type: 'users', users: [] })).status, 400)
})

test('HTTP-21 a user has the rate of one socket, and each command counts', async () => {
  const there = await house({ ratesEnforced: true })
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  const batch = Array.from({ length: 32 }, (_, id) => ({ id, type: 'users', users: [] }))
  const run = (as: SignedIn): Promise<Answered> => there.ask('POST /v1/commands', { as, body: batch })
  for (let i = 0; i < 3; i++) assert.equal((await run(ada)).status, 200)
  const refused = await run(ada)
  assert.deepEqual(refusal(refused), { status: 429, code: 'rate_limited' })
  assert.equal(refused.body.error?.retryAfterMs, 560)
  for (let i = 0; i < 4; i++) assert.equal((await there.ask('GET /v1/me', { as: ada })).status, 200)
  assert.equal((await there.ask('GET /v1/me', { as: ada })).status, 429)
  assert.equal((await run(kim)).status, 200, 'others have their own')
  there.clock.advance(640)
  assert.equal((await run(ada)).status, 200)
})

test('HTTP-21 sends over HTTP have the rates of sends', async () => {
  const there = await house({ ratesEnforced: true })
  const ada = await there.person('ada')
  const path = await den(there, ada)
  const statuses: number[] = []
  for (let i = 0; i < 21; i++) {
    statuses.push((await there.ask(`POST ${path}/messages`, { as: ada, body: { cid: `c${i}`, text: 'hi' } })).status)
  }
  assert.deepEqual(statuses, [...Array<number>(20).fill(201), 429])
})
