import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account, AccountPatch, SignedIn } from '@natter/protocol'
import { house, PASSWORD, refusal } from '../http/house.ts'
import type { Answered, House } from '../http/house.ts'

function set({ ask }: House, as: SignedIn, whom: SignedIn, body: AccountPatch): Promise<Answered> {
  return ask(`PATCH /v1/admin/users/${whom.user.id}`, { as, body })
}

test('ACC-22 only the owner decides about admins; admins about members and guests', async () => {
  const there = await house()
  const [ada, kim, lee, max] = [
    await there.person('ada'),
    await there.person('kim'),
    await there.person('lee'),
    await there.person('max'),
  ]
  assert.equal((await set(there, ada, kim, { role: 'admin' })).status, 200)
  assert.deepEqual(refusal(await set(there, kim, lee, { role: 'admin' })), { status: 403, code: 'forbidden' })
  assert.equal((await set(there, kim, lee, { role: 'guest' })).status, 200)
  assert.equal((await set(there, kim, lee, { disabled: true })).status, 200)
  assert.equal((await set(there, kim, lee, { disabled: false })).status, 200)
  assert.equal((await set(there, kim, ada, { disabled: true })).status, 403)
  assert.equal((await set(there, kim, kim, { role: 'member' })).status, 403)
  assert.equal((await set(there, max, lee, { role: 'member' })).status, 403)
  assert.equal((await set(there, ada, kim, { role: 'member' })).status, 200)
  assert.equal((await set(there, kim, lee, { role: 'member' })).status, 403, 'kim is no admin any more')
})

test('ACC-22 the last owner stays, and nobody becomes one', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  assert.equal((await set(there, ada, ada, { role: 'member' })).status, 409)
  assert.equal((await set(there, ada, ada, { disabled: true })).status, 409)
  const crowned = await there.ask(`PATCH /v1/admin/users/${kim.user.id}`, { as: ada, body: { role: 'owner' } })
  assert.deepEqual(refusal(crowned), { status: 400, code: 'bad_request', field: 'role' })
  const { body } = await there.ask('GET /v1/admin/users', { as: ada })
  const accounts = body['users'] as Account[]
  assert.deepEqual(accounts.map(({ user }) => [user.handle, user.role]).toSorted(), [
    ['ada', 'owner'],
    ['kim', 'member'],
  ])
})

test('ACC-22 an account that is switched off shows since when, and can be switched on', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  const shown = async (): Promise<Account | undefined> => {
    const { body } = await there.ask('GET /v1/admin/users', { as: ada })
    return (body['users'] as Account[]).find(({ user }) => user.handle === 'kim')
  }
  const createdAt = there.clock.now()
  assert.deepEqual(await shown(), { user: kim.user, createdAt })
  there.clock.advance(1_000)
  await set(there, ada, kim, { disabled: true })
  assert.deepEqual(await shown(), { user: kim.user, createdAt, disabledAt: there.clock.now() })
  await set(there, ada, kim, { disabled: false })
  assert.deepEqual(await shown(), { user: kim.user, createdAt })
  const again = await there.ask('POST /v1/sessions', { body: { handle: 'kim', password: PASSWORD } })
  assert.equal(again.status, 201)
})

test('ACC-23 a new role closes the sockets, and a change that is none closes nothing', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  await set(there, ada, kim, { role: 'member' })
  await set(there, ada, kim, { disabled: false })
  assert.deepEqual(there.said, [])
  await set(there, ada, kim, { role: 'guest' })
  assert.deepEqual(there.said, [
    { kind: 'signedOut', user: kim.user.id, why: 'permissionsChanged' },
    { kind: 'user', json: JSON.stringify({ ...kim.user, role: 'guest' }) },
  ])
})

test('ACC-25 a new name is told, one that is the old tells nobody, and too many are refused until later', async () => {
  const there = await house({ ratesEnforced: true })
  const ada = await there.person('ada')
  const rename = (name: string): Promise<Answered> => there.ask('PATCH /v1/me', { as: ada, body: { name } })
  assert.equal((await rename(ada.user.name)).status, 200)
  assert.deepEqual(there.said, [])
  for (let count = 1; count <= 10; count++) assert.equal((await rename(`Ada ${count}`)).status, 200)
  assert.deepEqual(there.said.at(-1), { kind: 'user', json: JSON.stringify({ ...ada.user, name: 'Ada 10' }) })
  assert.equal((await rename('Ada 10')).status, 200, 'the same name again costs nothing')
  const refused = await rename('Ada 11')
  assert.deepEqual(refusal(refused), { status: 429, code: 'rate_limited' })
  assert.equal(there.said.length, 10)
  there.clock.advance(6_000)
  assert.equal((await rename('Ada 11')).status, 200)
})

test('ACC-24 the log holds no secret, and no handle that was only tried', async () => {
  const there = await house({ signup: 'invite' })
  const ada = await there.person('ada')
  const invite = (await there.ask('POST /v1/invites', { as: ada, body: {} })).body['invite'] as { code: string }
  const kim = await there.ask('POST /v1/accounts', { body: { handle: 'kim', password: PASSWORD, invite: invite.code } })
  const { ticket } = (await there.ask('POST /v1/tickets', { as: ada })).body as { ticket: string }
  await there.identity.identifyTicket(ticket)
  await there.ask('POST /v1/sessions', { body: { handle: 'my secret password', password: 'tried and wrong' } })
  await there.ask('POST /v1/sessions', { body: { handle: 'ada', password: 'tried and wrong' } })
  const renewed = await there.ask('POST /v1/sessions/renew', { body: { refreshToken: ada.refreshToken } })
  there.clock.advance(60_000)
  await there.ask('POST /v1/sessions/renew', { body: { refreshToken: ada.refreshToken } })
  await there.ask(`GET /v1/me?token=${ada.accessToken}`)
  const secrets = [
    PASSWORD,
    'tried and wrong',
    'my secret password',
    invite.code,
    ticket,
    ada.accessToken,
    ada.refreshToken,
    String(kim.body['accessToken']),
    String(renewed.body['accessToken']),
    String(renewed.body['refreshToken']),
  ]
  const log = there.logged.join('\n')
  for (const line of [/Somebody signed up/, /An invite was made/, /A sign-in was refused/, /used twice/])
    assert.match(log, line)
  for (const secret of secrets) assert(!log.includes(secret), `the log holds ${secret}`)
})
