import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { SignedIn, SessionInfo } from '@natter/protocol'
import { STORE_BOUNDS } from '../../src/ports/store-bounds.ts'
import { cookiesOf, house, PASSWORD, refusal } from '../http/house.ts'
import type { Answered, House } from '../http/house.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

async function signIn({ ask }: House, handle = 'ada'): Promise<SignedIn> {
  return (await ask('POST /v1/sessions', { body: { handle, password: PASSWORD } })).body as unknown as SignedIn
}

function renew({ ask }: House, refreshToken: string): Promise<Answered> {
  return ask('POST /v1/sessions/renew', { body: { refreshToken } })
}

async function isSignedIn({ ask }: House, as: SignedIn): Promise<boolean> {
  return (await ask('GET /v1/me', { as })).status === 200
}

async function sessionsOf({ ask }: House, as: SignedIn): Promise<SessionInfo[]> {
  return (await ask('GET /v1/sessions', { as })).body['sessions'] as SessionInfo[]
}

function endedSessions({ said }: House): unknown[] {
  return said.flatMap((message) => (message.kind === 'signedOut' ? (message.sessions ?? ['all']) : []))
}

test('ACC-13 every sign-in has tokens of its own, of 256 bits, and the store sees their hashes', async (t) => {
  const there = await house()
  const created = t.mock.method(there.ports.store, 'createSession')
  await there.person('ada')
  const signedIn = [await signIn(there), await signIn(there)]
  const tokens = signedIn.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])
  assert.equal(new Set(tokens).size, 4)
  for (const token of tokens) assert.match(token, /^(nat|nrt)_[A-Za-z0-9_-]{43}$/)
  const stored = JSON.stringify(created.mock.calls.map((call) => call.arguments[0]))
  for (const token of tokens) {
    assert(!stored.includes(token))
    assert(stored.includes(createHash('sha256').update(token).digest('base64url')))
  }
})

test('ACC-13 a token with a letter changed, cut or of another kind is nobody', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const { accessToken, refreshToken } = ada
  const last = accessToken.endsWith('A') ? 'B' : 'A'
  for (const wrong of [
    `${accessToken.slice(0, -1)}${last}`,
    accessToken.slice(0, -1),
    `${accessToken}A`,
    refreshToken,
    'nat_',
    'x'.repeat(513),
  ]) {
    assert.equal((await there.ask('GET /v1/me', { as: { ...ada, accessToken: wrong } })).status, 401)
  }
  assert(await isSignedIn(there, ada))
})

test('ACC-14 an access token ends after an hour, a session after 60 days, renewed or not', async () => {
  const there = await house()
  let ada = await there.person('ada')
  assert.equal(ada.expiresAt, there.clock.now() + HOUR_MS)
  there.clock.advance(HOUR_MS - 1)
  assert(await isSignedIn(there, ada))
  there.clock.advance(1)
  assert(!(await isSignedIn(there, ada)))
  for (let day = 1; day < 60; day++) {
    there.clock.advance(DAY_MS)
    const renewed = await renew(there, ada.refreshToken)
    assert.equal(renewed.status, 200, `day ${day}`)
    ada = renewed.body as unknown as SignedIn
  }
  assert(await isSignedIn(there, ada))
  there.clock.advance(DAY_MS)
  assert.deepEqual(refusal(await renew(there, ada.refreshToken)), { status: 401, code: 'unauthorized' })
})

test('ACC-15 the immediate parent gets the same successor within ten seconds', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const first = (await renew(there, ada.refreshToken)).body as unknown as SignedIn
  there.clock.advance(9_999)
  const again = (await renew(there, ada.refreshToken)).body as unknown as SignedIn
  const tokens = ({ accessToken, refreshToken }: SignedIn): string[] => [accessToken, refreshToken]
  assert.deepEqual(tokens(again), tokens(first))
  assert.notDeepEqual(tokens(again), tokens(ada))
  assert(await isSignedIn(there, again))
  assert.equal((await renew(there, first.refreshToken)).status, 200)
  assert.deepEqual(endedSessions(there), [])
})

test('ACC-16 the parent after ten seconds ends the session and its sockets', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const [{ id }] = (await sessionsOf(there, ada)) as [SessionInfo]
  const renewed = (await renew(there, ada.refreshToken)).body as unknown as SignedIn
  assert(await isSignedIn(there, renewed))
  there.clock.advance(10_001)
  assert.deepEqual(refusal(await renew(there, ada.refreshToken)), { status: 401, code: 'unauthorized' })
  assert.deepEqual(endedSessions(there), [id])
  assert(!(await isSignedIn(there, renewed)))
  assert.equal((await renew(there, renewed.refreshToken)).status, 401)
})

test('ACC-16 the grandparent ends the session also within ten seconds', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const child = (await renew(there, ada.refreshToken)).body as unknown as SignedIn
  const grandchild = (await renew(there, child.refreshToken)).body as unknown as SignedIn
  assert.equal((await renew(there, ada.refreshToken)).status, 401)
  assert.equal(endedSessions(there).length, 1)
  assert(!(await isSignedIn(there, grandchild)))
})

test('ACC-17 twenty who renew at once end with the same tokens, which hold', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const answers = await Promise.all(Array.from({ length: 20 }, () => renew(there, ada.refreshToken)))
  const tokens = new Set(answers.map(({ body }) => body['refreshToken']))
  assert.equal(tokens.size, 1)
  for (const { body } of answers) assert.equal((await sessionsOf(there, body as unknown as SignedIn)).length, 1)
  const [token] = tokens
  assert.equal((await renew(there, String(token))).status, 200)
  assert.deepEqual(endedSessions(there), [])
})

test('ACC-18 signing out ends the session, its tokens and its sockets, and clears the cookies', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const elsewhere = await signIn(there)
  const mine = (await sessionsOf(there, ada)).find(({ current }) => current)
  const answered = await there.ask('DELETE /v1/sessions/current', { as: ada })
  assert.equal(answered.status, 200)
  assert.deepEqual(endedSessions(there), [mine?.id])
  for (const cookie of cookiesOf(answered).byName.values()) assert.match(cookie, /=; .*Max-Age=0/)
  assert(!(await isSignedIn(there, ada)))
  assert.equal((await renew(there, ada.refreshToken)).status, 401)
  assert(await isSignedIn(there, elsewhere))
})

test('ACC-18 a new password needs the old one, and ends all sessions but the one that sets it', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const elsewhere = await signIn(there)
  const change = (old: string, next: string): Promise<Answered> =>
    there.ask('PATCH /v1/me', { as: ada, body: { password: { old, new: next } } })
  assert.deepEqual(refusal(await change('not the old one', 'a new garden gate')), {
    status: 403,
    code: 'forbidden',
    field: 'password.old',
  })
  assert.equal((await change(PASSWORD, 'short')).status, 400)
  assert(await isSignedIn(there, elsewhere))
  const other = (await sessionsOf(there, ada)).find(({ current }) => !current)
  assert.equal((await change(PASSWORD, 'a new garden gate')).status, 200)
  assert.deepEqual(endedSessions(there), [other?.id])
  assert(await isSignedIn(there, ada))
  assert(!(await isSignedIn(there, elsewhere)))
  assert.equal((await there.ask('POST /v1/sessions', { body: { handle: 'ada', password: PASSWORD } })).status, 401)
})

test('ACC-18 switching an account off ends all of its sessions and sockets', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  await there.ask(`PATCH /v1/admin/users/${kim.user.id}`, { as: ada, body: { disabled: true } })
  assert.deepEqual(there.said.at(-1), { kind: 'signedOut', user: kim.user.id, why: 'accountDisabled' })
  assert(!(await isSignedIn(there, kim)))
  assert.equal((await renew(there, kim.refreshToken)).status, 401)
})

test('ACC-19 one sees and revokes one’s own sessions, and nobody else’s', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  const phone = (
    await there.ask('POST /v1/sessions', {
      body: { handle: 'ada', password: PASSWORD },
      headers: { 'user-agent': 'Phone/1.0 \t(\u00e9)' },
      from: '192.0.2.7',
    })
  ).body as unknown as SignedIn
  const [first, second] = (await sessionsOf(there, ada)) as [SessionInfo, SessionInfo]
  const at = there.clock.now()
  const times = { createdAt: at, lastSeenAt: at, expiresAt: at + HOUR_MS }
  assert.deepEqual(
    [first, second].toSorted((a, b) => a.address.localeCompare(b.address)),
    [
      { id: first.current ? first.id : second.id, ...times, device: '', address: '127.0.0.1', current: true },
      {
        id: first.current ? second.id : first.id,
        ...times,
        device: 'Phone/1.0 ()',
        address: '192.0.2.7',
        current: false,
      },
    ],
  )
  const phoneId = first.current ? second.id : first.id
  assert.equal((await there.ask(`DELETE /v1/sessions/${phoneId}`, { as: kim })).status, 404)
  assert(await isSignedIn(there, phone))
  assert.equal((await there.ask(`DELETE /v1/sessions/${phoneId}`, { as: ada })).status, 200)
  assert(!(await isSignedIn(there, phone)))
  assert.equal((await there.ask(`DELETE /v1/sessions/${phoneId}`, { as: ada })).status, 404)
  assert.equal((await there.ask('DELETE /v1/sessions/nothing', { as: ada })).status, 404)
})

test('ACC-20 a ticket lets in once: of twenty at once one, and nobody after it', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const { ticket, expiresAt } = (await there.ask('POST /v1/tickets', { as: ada })).body as {
    ticket: string
    expiresAt: number
  }
  assert.match(ticket, /^ntk_[A-Za-z0-9_-]{43}$/)
  assert.equal(expiresAt, there.clock.now() + 30_000)
  const found = await Promise.all(Array.from({ length: 20 }, () => there.identity.identifyTicket(ticket)))
  assert.deepEqual(
    found.flatMap((each) => each?.user.handle ?? []),
    ['ada'],
  )
  assert.equal(await there.identity.identifyTicket(ticket), undefined)
})

test('ACC-20 a ticket ends after 30 seconds, with its session, and is no other token', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const ticket = async (): Promise<string> => String((await there.ask('POST /v1/tickets', { as: ada })).body['ticket'])
  const [early, late, orphaned] = [await ticket(), await ticket(), await ticket()]
  assert.equal(await there.identity.identify(early), undefined)
  assert.equal(await there.identity.identifyTicket(ada.accessToken), undefined)
  there.clock.advance(29_999)
  assert.equal((await there.identity.identifyTicket(early))?.user.handle, 'ada')
  there.clock.advance(2)
  assert.equal(await there.identity.identifyTicket(late), undefined)
  const fresh = await ticket()
  await there.ask('DELETE /v1/sessions/current', { as: ada })
  assert.equal(await there.identity.identifyTicket(fresh), undefined)
  assert.equal(await there.identity.identifyTicket(orphaned), undefined)
})

test('ACC-21 one session too many ends the one seen longest ago, and says so', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const from = { address: '127.0.0.1', device: '' }
  // Granted without hashing a hundred passwords.
  const { grantSession } = await import('../../src/identity/grant.ts')
  for (let i = 1; i < STORE_BOUNDS.sessionsPerUser; i++) {
    there.clock.advance(1)
    await grantSession(there.ports, ada.user, from)
  }
  assert(await isSignedIn(there, ada))
  assert.deepEqual(endedSessions(there), [])
  there.clock.advance(1)
  await grantSession(there.ports, ada.user, from)
  assert(!(await isSignedIn(there, ada)))
  assert.equal(endedSessions(there).length, 1)
})
