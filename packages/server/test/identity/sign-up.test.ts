import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import type { SignedIn, SignupMode } from '@natter/protocol'
import { house, PASSWORD, refusal } from '../http/house.ts'
import type { Answered, House } from '../http/house.ts'

const FROM = { address: '127.0.0.1', device: 'a test' }

function signUp({ ask }: House, body: object): Promise<Answered> {
  return ask('POST /v1/accounts', { body: { password: PASSWORD, ...body } })
}

for (const signup of ['open', 'invite', 'closed'] satisfies SignupMode[]) {
  test(`ACC-1 with sign-up ${signup} the first account is the owner`, async () => {
    const there = await house({ signup })
    assert.deepEqual((await there.ask('GET /v1/place')).body['place'], {
      name: 'The house',
      signup,
      empty: true,
      version: '0.0.1',
    })
    const { status, body } = await signUp(there, { handle: 'ada' })
    assert.equal(status, 201)
    assert.equal((body['user'] as { role: string }).role, 'owner')
  })
}

test('ACC-1 of twenty who sign up at once into an empty place exactly one becomes the owner', async () => {
  const there = await house({ signup: 'invite' })
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => signUp(there, { handle: `ada${i}` })))
  const statuses = answers.map(({ status }) => status).toSorted()
  assert.deepEqual(statuses, [201, ...Array<number>(19).fill(403)])
  const open = await house({ signup: 'open' })
  const all = await Promise.all(Array.from({ length: 20 }, (_, i) => signUp(open, { handle: `ada${i}` })))
  const roles = all.map(({ body }) => (body['user'] as { role: string }).role).toSorted()
  assert.deepEqual(roles, [...Array<string>(19).fill('member'), 'owner'])
})

test('ACC-2 after the first account the mode of sign-up decides, before any hashing', async (t) => {
  for (const signup of ['invite', 'closed'] satisfies SignupMode[]) {
    const there = await house({ signup })
    await there.person('ada')
    const random = t.mock.method(there.ports, 'random')
    assert.equal((await signUp(there, { handle: 'kim' })).status, 403)
    assert.equal(random.mock.callCount(), 0, 'a hash would have begun with a nonce')
  }
  const open = await house({ signup: 'open' })
  await open.person('ada')
  const random = t.mock.method(open.ports, 'random')
  assert.equal((await signUp(open, { handle: 'kim' })).status, 201)
  assert(random.mock.callCount() > 0, 'the count above must be able to rise')
})

for (const handle of [
  'a',
  'a'.repeat(33),
  'Ada',
  'ada lovelace',
  'adä',
  '@ada',
  '..',
  'ada.',
  'ada-',
  'ada_',
  'ada\n',
  '',
]) {
  test(`ACC-3 ${JSON.stringify(handle)} is refused as a handle`, async () => {
    assert.deepEqual(refusal(await signUp(await house(), { handle })), {
      status: 400,
      code: 'bad_request',
      field: 'handle',
    })
  })
}

test('ACC-3 upper case is refused in words that say so', async () => {
  const { body } = await signUp(await house(), { handle: 'Ada' })
  assert.match(body.error?.message ?? '', /lower case/)
})

for (const handle of ['all', 'here', 'everyone', 'channel', 'room', 'me', 'natter', 'system']) {
  test(`ACC-3 ${handle} is reserved`, async () => {
    assert.deepEqual(refusal(await signUp(await house(), { handle })), {
      status: 409,
      code: 'conflict',
      field: 'handle',
    })
  })
}

test('ACC-3 a handle is taken once, also by two at once', async () => {
  const there = await house()
  await there.person('ada')
  assert.equal((await signUp(there, { handle: 'ada' })).status, 409)
  const answers = await Promise.all([signUp(there, { handle: 'kim' }), signUp(there, { handle: 'kim' })])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
})

for (const [what, password] of [
  ['empty', ''],
  ['too short', 'garden7'],
  ['seven characters of four bytes', '😀😁😂🤣😃😄😅'],
  ['over 1 024 bytes', 'ä'.repeat(513)],
  ['common', 'Password123'],
  ['the handle', 'adalovelace'],
  ['one character', 'xxxxxxxxxxxx'],
] as const) {
  test(`ACC-4 a password that is ${what} is refused`, async () => {
    const answered = await signUp(await house(), { handle: 'adalovelace', password })
    assert.deepEqual(refusal(answered), { status: 400, code: 'bad_request', field: 'password' })
  })
}

test('ACC-4 a password of a megabyte is refused in less time than a hash takes', async () => {
  const there = await house()
  const password = 'x'.repeat(1_048_576)
  const wanted = { handle: 'ada', password }
  const startedAt = performance.now()
  for (let i = 0; i < 100; i++) {
    assert(isRefusal(await there.identity.signUp(wanted, FROM)))
    assert(isRefusal(await there.identity.signIn(wanted, FROM)))
  }
  assert(performance.now() - startedAt < 2_000, '200 refusals; as many hashes take five times as long')
  assert.equal((await signUp(there, wanted)).status, 413, 'over HTTP the body is too large before that')
})

test('ACC-5 a name is composed, trimmed, and the handle where there is none', async () => {
  const there = await house()
  const named = await signUp(there, { handle: 'zoe', name: '  Zoe\u0308 ' })
  assert.equal((named.body['user'] as { name: string }).name, 'Zo\u00eb')
  const unnamed = await signUp(there, { handle: 'kim' })
  assert.equal((unnamed.body['user'] as { name: string }).name, 'kim')
})

test('ACC-6 an invite lets in as many as it says, also all at once, and no longer than it holds', async () => {
  const there = await house({ signup: 'invite' })
  const ada = await there.person('ada')
  const made = await there.ask('POST /v1/invites', { as: ada, body: { uses: 2, expiresInMs: 60_000 } })
  assert.equal(made.status, 201)
  const { code, url, uses, expiresAt } = made.body['invite'] as {
    code: string
    url: string
    uses: number
    expiresAt: number
  }
  assert.match(code, /^niv_[A-Za-z0-9_-]{43}$/)
  assert.deepEqual(
    { url, uses, expiresAt },
    { url: `http://127.0.0.1:8080/invite/${code}`, uses: 2, expiresAt: there.clock.now() + 60_000 },
  )
  const guesses = await signUp(there, { handle: 'mallory', invite: `${code.slice(0, -1)}_` })
  assert.equal(guesses.status, 403)
  const answers = await Promise.all(
    ['kim', 'lee', 'max', 'nia'].map((handle) => signUp(there, { handle, invite: code })),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 201, 403, 403])

  const other = await there.ask('POST /v1/invites', { as: ada, body: {} })
  const late = other.body['invite'] as { code: string; uses: number; expiresAt: number }
  assert.deepEqual({ uses: late.uses, inMs: late.expiresAt - there.clock.now() }, { uses: 1, inMs: 7 * 86_400_000 })
  there.clock.advance(7 * 86_400_000)
  assert.equal((await signUp(there, { handle: 'oli', invite: late.code })).status, 403)
})

test('ACC-6 an invite ends with the account of who made it', async () => {
  const there = await house({ signup: 'invite' })
  const ada = await there.person('ada')
  const invite = async (as: SignedIn): Promise<string> => {
    const { body } = await there.ask('POST /v1/invites', { as, body: { uses: 2 } })
    return (body['invite'] as { code: string }).code
  }
  const kim = (await signUp(there, { handle: 'kim', invite: await invite(ada) })).body as unknown as SignedIn
  const ofKim = await invite(kim)
  assert.equal((await signUp(there, { handle: 'lee', invite: ofKim })).status, 201)
  await there.ask(`PATCH /v1/admin/users/${kim.user.id}`, { as: ada, body: { disabled: true } })
  assert.equal((await signUp(there, { handle: 'max', invite: ofKim })).status, 403)
})

test('ACC-6 guests make no invites', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  assert.equal((await there.ask('POST /v1/invites', { as: kim, body: {} })).status, 201)
  await there.ask(`PATCH /v1/admin/users/${kim.user.id}`, { as: ada, body: { role: 'guest' } })
  assert.deepEqual(refusal(await there.ask('POST /v1/invites', { as: kim, body: {} })), {
    status: 403,
    code: 'forbidden',
  })
})

test('ACC-7 without a good invite a stranger does not learn which handles are taken', async () => {
  const there = await house({ signup: 'invite' })
  await there.person('ada')
  for (const invite of [undefined, 'niv_wrong']) {
    const taken = await signUp(there, { handle: 'ada', invite })
    const free = await signUp(there, { handle: 'kim', invite })
    assert.deepEqual([taken.status, taken.text], [403, free.text])
  }
})
