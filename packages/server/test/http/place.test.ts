import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import type { Announcement, SignedIn, User } from '@natter/protocol'
import { ROUTES } from '../../src/http/all-routes.ts'
import type { LiveConnection } from '../../src/ports/live-connections.ts'
import { cookiesOf, house, OWN_ORIGIN, PASSWORD, refusal } from './house.ts'

test('HTTP-22 strangers learn four things of a place', async () => {
  const there = await house({ signup: 'invite' })
  const place = { name: 'The house', signup: 'invite', empty: true, version: '0.0.1' }
  assert.deepEqual((await there.ask('GET /v1/place')).body, { place })
  await there.person('ada')
  assert.deepEqual((await there.ask('GET /v1/place')).body, { place: { ...place, empty: false } })
})

test('HTTP-22 a place that was never empty does not ask its store again and again', async (t) => {
  const there = await house()
  await there.person('ada')
  const isEmpty = t.mock.method(there.ports.store, 'isEmpty')
  for (let i = 0; i < 5; i++) await there.ask('GET /v1/place')
  assert.equal(isEmpty.mock.callCount(), 1)
})

test('HTTP-34 its owner names a place, and nobody else does', async () => {
  const there = await house()
  const [ada, kim] = [await there.person('ada'), await there.person('kim')]
  await there.identity.setAccount({ user: ada.user, session: 'se_none' }, kim.user.id, { role: 'admin' })
  const rename = (as: SignedIn | undefined, name: unknown) => there.ask('PATCH /v1/place', { as, body: { name } })
  assert.deepEqual(refusal(await rename(undefined, 'Mine')), { status: 401, code: 'unauthorized' })
  assert.deepEqual(refusal(await rename(kim, 'Mine')), { status: 403, code: 'forbidden' })
  for (const name of ['', ' ', '\u200b', 'x'.repeat(51), 'two\nlines', 7])
    assert.deepEqual(refusal(await rename(ada, name)), { status: 400, code: 'bad_request', field: 'name' })
  const place = { name: 'The house', signup: 'open', empty: false, version: '0.0.1' }
  assert.deepEqual((await there.ask('GET /v1/place')).body, { place })
  const named = await rename(ada, ' Old Town Orchestra ')
  assert.deepEqual([named.status, named.body], [200, { place: { ...place, name: 'Old Town Orchestra' } }])
  assert.deepEqual((await there.ask('GET /v1/place')).body, named.body)
})

test('HTTP-23 alive is not ready', async () => {
  const degraded = ['The bus is silent.']
  const there = await house({ change: (deps) => ({ ...deps, readiness: () => ({ ready: false, degraded }) }) })
  assert.deepEqual((await there.ask('GET /healthz')).body, { alive: true })
  const notReady = await there.ask('GET /readyz')
  assert.deepEqual([notReady.status, notReady.body], [503, { ready: false, degraded }])
  const ready = await (await house()).ask('GET /readyz')
  assert.deepEqual([ready.status, ready.body], [200, { ready: true, degraded: [] }])
})

test('HTTP-24 an announcement goes to every node, and is kept for who comes until it ends', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const { status, body } = await there.ask('POST /v1/admin/announcements', {
    as: ada,
    body: { text: ' Tea at four ', forMs: 60_000 },
  })
  const announcement = body['announcement'] as Announcement
  const at = there.clock.now()
  assert.equal(status, 201)
  assert.match(announcement.id, /^an_[0-9A-Za-z]{16}$/)
  assert.deepEqual(announcement, {
    id: announcement.id,
    text: 'Tea at four',
    by: ada.user.id,
    at,
    untilAt: at + 60_000,
  })
  assert.deepEqual(there.said, [{ kind: 'announcement', announcement }])
  const greeted = async (now: number): Promise<unknown> => {
    const greeting = await there.ports.store.greet(ada.user.id, null, now)
    return greeting === undefined || isRefusal(greeting) ? undefined : greeting.announcements
  }
  assert.deepEqual(await greeted(at + 59_999), [announcement])
  assert.deepEqual(await greeted(at + 60_000), [])
})

test('HTTP-25 admins see and close the connections of a node', async () => {
  const connection: LiveConnection = {
    id: 'cn_1',
    user: 'us_1234',
    handle: 'kim',
    address: '192.0.2.1',
    client: 'web/0.1',
    device: 'd_1',
    since: 1,
    transport: 'websocket',
    rooms: 3,
    queuedBytes: 0,
  }
  const there = await house({ connections: [connection] })
  const ada = await there.person('ada')
  assert.deepEqual((await there.ask('GET /v1/admin/connections', { as: ada })).body, { connections: [connection] })
  assert.deepEqual(refusal(await there.ask('DELETE /v1/admin/connections/cn_2', { as: ada })), {
    status: 404,
    code: 'not_found',
  })
  assert.equal((await there.ask('DELETE /v1/admin/connections/cn_1', { as: ada })).status, 200)
  assert.deepEqual(there.closed, ['cn_1'])
})

test('HTTP-26 a link begins with the place’s own address, whatever Host and X-Forwarded-Host say', async () => {
  for (const [publicUrl, start] of [
    ['https://chat.example', 'https://chat.example/invite/niv_'],
    [undefined, `${OWN_ORIGIN}/invite/niv_`],
  ] as const) {
    const there = await house(publicUrl === undefined ? {} : { publicUrl })
    const ada = await there.person('ada')
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    const { body } = await there.ask('POST /v1/invites', { as: ada, body: {}, headers })
    assert((body['invite'] as { url: string }).url.startsWith(start))
  }
})

test('HTTP-27 reading changes nothing', async (t) => {
  const there = await house()
  const ada = await there.person('ada')
  const writes = [
    'append',
    'markRead',
    'markDelivered',
    'createAccount',
    'updateProfile',
    'updateAccount',
    'createSession',
    'rotateSession',
    'revokeSessions',
    'putTicket',
    'takeTicket',
    'createInvite',
    'addAnnouncement',
  ] as const
  const watched = writes.map((name) => t.mock.method(there.ports.store, name))
  const heard = there.said.length
  const writing = (): number => watched.reduce((sum, each) => sum + each.mock.callCount(), 0)
  for (const { path } of ROUTES.filter(({ method }) => method === 'get')) {
    for (const method of ['GET', 'HEAD']) await there.ask(`${method} ${path.replaceAll(/:\w+/g, 'me')}`, { as: ada })
  }
  assert.equal(writing(), 0)
  assert.equal(there.said.length, heard)
  await there.ask('POST /v1/tickets', { as: ada })
  assert.equal(writing(), 1, 'a write must be seen for the silence above to mean anything')
})

test('HTTP-17 people are found by handle and name, page by page, but not by guests', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const people = [await there.person('kim'), await there.person('kimberley'), await there.person('lee')]
  const find = async (query: string): Promise<unknown> => {
    const { body } = await there.ask(`GET /v1/users?${query}`, { as: ada })
    return [(body['users'] as User[]).map(({ handle }) => handle).toSorted(), body['more']]
  }
  assert.deepEqual(await find('q=kim'), [['kim', 'kimberley'], false])
  const first = await there.ask('GET /v1/users?limit=3', { as: ada })
  const users = first.body['users'] as User[]
  assert.deepEqual([users.length, first.body['more']], [3, true])
  const rest = await there.ask(`GET /v1/users?limit=3&after=${users.at(-1)?.id}`, { as: ada })
  assert.deepEqual([(rest.body['users'] as User[]).length, rest.body['more']], [1, false])
  await there.ask(`PATCH /v1/admin/users/${people[2]?.user.id}`, { as: ada, body: { role: 'guest' } })
  assert.deepEqual(refusal(await there.ask('GET /v1/users?q=k', { as: people[2] })), { status: 403, code: 'forbidden' })
})

test('HTTP-17 a new name is told to who sees it', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const renamed = await there.ask('PATCH /v1/me', { as: ada, body: { name: 'Ada Lovelace' } })
  const user = { ...ada.user, name: 'Ada Lovelace' }
  assert.deepEqual(renamed.body, { user })
  assert.deepEqual(there.said, [{ kind: 'user', json: JSON.stringify(user) }])
  await there.ask('PATCH /v1/me', { as: ada, body: { name: 'Ada Lovelace' } })
  assert.equal(there.said.length, 1)
  assert.deepEqual((await there.ask('GET /v1/me', { as: ada })).body, { user })
})

test('HTTP-4 signing in again does not keep a cookie that somebody else has set', async () => {
  const there = await house()
  const fixed = cookiesOf(await there.ask('POST /v1/accounts', { body: { handle: 'ada', password: PASSWORD } })).header
  const again = await there.ask('POST /v1/sessions', { cookie: fixed, body: { handle: 'ada', password: PASSWORD } })
  assert.notEqual(cookiesOf(again).header, fixed)
})
