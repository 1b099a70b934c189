import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import { systemClock } from '../../src/clock.ts'
import { hashPassword, verifyPassword } from '../../src/identity/argon2.ts'
import { createBoundedPool } from '../../src/identity/bounded-pool.ts'
import { createPasswords } from '../../src/identity/passwords.ts'
import type { Passwords } from '../../src/identity/passwords.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { handClock } from '../http/hand-clock.ts'
import { house, PASSWORD, refusal } from '../http/house.ts'
import type { Answered, Asked, House } from '../http/house.ts'

function signIn({ ask }: House, handle: string, password = PASSWORD, more: Asked = {}): Promise<Answered> {
  return ask('POST /v1/sessions', { body: { handle, password }, ...more })
}

function passwordsWith(random: (bytes: number) => Uint8Array<ArrayBuffer>, clock: Clock = systemClock): Passwords {
  const log = { debug: fail, info: fail, warn: fail, error: fail }
  return createPasswords({ random, clock, log, ratesEnforced: true })
}

function fail(message: string): never {
  throw new Error(message)
}

test('ACC-7 an unknown handle and a wrong password are answered alike', async () => {
  const there = await house()
  await there.person('ada')
  assert.equal((await signIn(there, 'ada')).status, 201)
  const wrong = await signIn(there, 'ada', 'not the garden gate')
  const unknown = await signIn(there, 'nobody', 'not the garden gate')
  const impossible = await signIn(there, '\u212Aim of the house', 'not the garden gate')
  assert.deepEqual(refusal(wrong), { status: 401, code: 'unauthorized' })
  assert.equal(unknown.text, wrong.text)
  assert.equal(impossible.text, wrong.text)
  assert.deepEqual(Object.fromEntries(unknown.headers), Object.fromEntries(wrong.headers))
})

test('ACC-7 an unknown handle costs a hash like any other', async () => {
  const passwords = passwordsWith((bytes) => new Uint8Array(bytes))
  const known = hashPassword(PASSWORD, new Uint8Array(16))
  const fastest = { known: Infinity, unknown: Infinity }
  // In turns, and the fastest of each: what else the machine does meanwhile slows both.
  for (let i = 0; i < 8; i++) {
    for (const who of ['known', 'unknown'] as const) {
      const startedAt = performance.now()
      assert.equal(await passwords.verify('wrong', who === 'known' ? known : undefined), false)
      fastest[who] = Math.min(fastest[who], performance.now() - startedAt)
    }
  }
  const ratio = fastest.unknown / fastest.known
  assert(ratio > 0.5 && ratio < 2, JSON.stringify(fastest))
})

test('ACC-7 a handle may be typed in upper case, as telephones do', async () => {
  const there = await house()
  await there.person('ada')
  assert.equal((await signIn(there, ' Ada ')).status, 201)
})

test('ACC-8 a password is kept as argon2id with 19 MiB, two passes and a nonce of its own', async () => {
  const passwords = passwordsWith((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const [one, two] = await Promise.all([passwords.hash(PASSWORD), passwords.hash(PASSWORD)])
  assert(typeof one === 'string' && typeof two === 'string')
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(one, two)
  assert.equal(verifyPassword(PASSWORD, one), true)
  assert.equal(verifyPassword(`${PASSWORD}s`, one), false)
})

test('ACC-8 a hash of the reference implementation is understood', async () => {
  assert.equal(verifyPassword('password', REFERENCE), true)
  assert.equal(verifyPassword('passwore', REFERENCE), false)
})

test('ACC-8 passwords that differ after 72 bytes differ, and composed letters equal decomposed ones', async () => {
  const nonce = new Uint8Array(16)
  const long = 'x'.repeat(72)
  assert.equal(verifyPassword(`${long}a`, hashPassword(`${long}b`, nonce)), false)
  assert.equal(verifyPassword('cafe\u0301 au lait', hashPassword('caf\u00e9 au lait', nonce)), true)
})

test('ACC-8 a stored hash beyond bounds, or none at all, is a fault and not a match', async () => {
  const real = hashPassword(PASSWORD, new Uint8Array(16))
  for (const broken of ['', 'plain', real.replace('m=19456', 'm=9999999'), real.replace('argon2id', 'argon2i')]) {
    assert.throws(() => verifyPassword(PASSWORD, broken), /argon2id within bounds/)
  }
})

test('ACC-8 what cannot be compared is a fault, and the next password is hashed; so it is after a rest', async () => {
  const clock = handClock()
  const passwords = passwordsWith((bytes) => new Uint8Array(bytes), clock)
  await assert.rejects(passwords.verify(PASSWORD, 'plain'), /argon2id within bounds/)
  const hash = await passwords.hash(PASSWORD)
  assert(typeof hash === 'string')
  clock.advance(3_600_000)
  assert.equal(await passwords.verify(PASSWORD, hash), true)
})

test('ACC-26 passwords are hashed in a thread that lets all others go first', async () => {
  const before = politeThreads()
  const passwords = passwordsWith((bytes) => new Uint8Array(bytes))
  await passwords.hash(PASSWORD)
  assert.equal(politeThreads(), before + 1)
})

/** How many threads of this process have the lowest priority. */
function politeThreads(): number {
  const priorities = readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))
  return priorities.filter((priority) => priority === constants.priority.PRIORITY_LOW).length
}

test('ACC-9 the sixth sign-in to an account within a minute waits, the right password or not', async () => {
  const there = await house({ ratesEnforced: true })
  await there.person('ada')
  const elsewhere = (i: number): Asked => ({ from: `192.0.2.${i}` })
  for (let i = 0; i < 5; i++) assert.equal((await signIn(there, 'ada', 'wrong wrong', elsewhere(i))).status, 401)
  const refused = await signIn(there, 'ada', 'wrong wrong', elsewhere(6))
  assert.deepEqual(refusal(refused), { status: 429, code: 'rate_limited' })
  assert.equal(refused.body.error?.retryAfterMs, 12_000)
  assert.equal(refused.headers.get('retry-after'), '12')
  there.clock.advance(12_000)
  assert.equal((await signIn(there, 'ada', PASSWORD, elsewhere(7))).status, 201)
})

test('ACC-9 an unknown handle runs out of attempts like a known one', async () => {
  const there = await house({ ratesEnforced: true })
  await there.person('ada')
  const codes = async (handle: string): Promise<unknown[]> => {
    const found: unknown[] = []
    for (let i = 0; i < 6; i++)
      found.push((await signIn(there, handle, 'wrong wrong', { from: `198.51.100.${i}` })).status)
    return found
  }
  assert.deepEqual(await codes('nobody'), await codes('ada'))
})

test('ACC-9 the twenty-first sign-in from an address waits; an IPv6 network counts as one address', async () => {
  const there = await house({ ratesEnforced: true })
  for (let i = 0; i < 20; i++) {
    assert.equal((await signIn(there, `nobody${i}`, 'wrong wrong', { from: `2001:db8::${i}` })).status, 401)
  }
  assert.equal((await signIn(there, 'nobody20', 'wrong wrong', { from: '2001:db8::ffff' })).status, 429)
  assert.equal((await signIn(there, 'nobody20', 'wrong wrong', { from: '2001:db8:0:1::1' })).status, 401)
})

test('HTTP-8 somebody who makes up X-Forwarded-For is counted by their own address', async () => {
  const there = await house({ ratesEnforced: true, limits: { signInsPerMinutePerAddress: 3 } })
  const statuses: number[] = []
  for (let i = 0; i < 4; i++) {
    const headers = { 'x-forwarded-for': `192.0.2.${i}` }
    statuses.push((await signIn(there, `nobody${i}`, 'wrong wrong', { headers, from: '203.0.113.9' })).status)
  }
  assert.deepEqual(statuses, [401, 401, 401, 429])
})

test('ACC-9 sign-ups from an address are limited too', async () => {
  const there = await house({ ratesEnforced: true, signup: 'invite', limits: { signInsPerMinutePerAddress: 2 } })
  const statuses: number[] = []
  for (let i = 0; i < 7; i++) {
    const { status } = await there.ask('POST /v1/accounts', { body: { handle: `ada${i}`, password: PASSWORD } })
    statuses.push(status)
  }
  assert.deepEqual(statuses, [201, 403, 403, 403, 403, 403, 429])
})

test('ACC-10 strangers do not keep an owner out where they have signed in before', async () => {
  const there = await house({ ratesEnforced: true })
  await there.person('ada')
  for (let i = 0; i < 5; i++) await signIn(there, 'ada', 'wrong wrong', { from: `192.0.2.${i}` })
  assert.equal((await signIn(there, 'ada', PASSWORD, { from: '203.0.113.9' })).status, 429)
  assert.equal((await signIn(there, 'ada', PASSWORD, { from: '127.0.0.1' })).status, 201)
})

test('ACC-11 hashing runs in a bounded pool, and a full queue refuses with a time', async () => {
  const pool = createBoundedPool({ concurrency: 2, queueMax: 3, taskMs: 50 })
  let running = 0
  let most = 0
  const gates: (() => void)[] = []
  const task = async (): Promise<string> => {
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => gates.push(resolve))
    running--
    return 'done'
  }
  const outcomes = Array.from({ length: 6 }, () => pool.run(task))
  const last = await outcomes[5]
  assert(isRefusal(last))
  assert.deepEqual({ ...last.refused, message: '' }, { code: 'overloaded', message: '', retryAfterMs: 75 })
  for (let i = 0; i < 5; i++) {
    gates.shift()?.()
    await outcomes[i]
  }
  assert.deepEqual(await Promise.all(outcomes.slice(0, 5)), Array<string>(5).fill('done'))
  assert.equal(most, 2)
})

test('ACC-11 a task that fails gives its place to the next', async () => {
  const pool = createBoundedPool({ concurrency: 1, queueMax: 5, taskMs: 1 })
  const failed = pool.run(() => Promise.reject(new Error('no memory')))
  const next = pool.run(() => Promise.resolve('done'))
  await assert.rejects(failed, /no memory/)
  assert.equal(await next, 'done')
})

test('ACC-12 only the right password learns that an account is switched off', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  await there.ask(`PATCH /v1/admin/users/${kim.user.id}`, { as: ada, body: { disabled: true } })
  assert.deepEqual(refusal(await signIn(there, 'kim')), { status: 403, code: 'forbidden' })
  assert.deepEqual(refusal(await signIn(there, 'kim', 'wrong wrong')), { status: 401, code: 'unauthorized' })
})

/** From test.c of github.com/P-H-C/phc-winner-argon2. */
const REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
