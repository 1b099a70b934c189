import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ERRORS } from '@natter/protocol'
import type { ErrorCode, WireError } from '@natter/protocol'
import { StoreFault } from '../../src/ports/store-fault.ts'
import { house, refusal } from './house.ts'
import type { Answered, House } from './house.ts'

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types natter",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

function only(headers: Headers, names: string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]))
}

async function everyKindOfAnswer({ ask }: House): Promise<Answered[]> {
  return Promise.all([
    ask('GET /v1/place'),
    ask('GET /v1/me'),
    ask('GET /v1/nothing'),
    ask('GET /v1/rooms/x?token=x'),
    ask('POST /v1/sessions', { body: 'x'.repeat(70_000) }),
    ask('OPTIONS /v1/me', { headers: { origin: 'https://app.example' } }),
    ask('OPTIONS /v1/me'),
    ask('GET /docs'),
    ask('GET /docs/docs.css'),
    ask('GET /v1/openapi.json'),
    ask('GET /'),
    ask('DELETE /somewhere'),
    ask('GET /v1/ws'),
    ask('GET /healthz'),
    ask('HEAD /healthz'),
  ])
}

test('HTTP-13 every kind of answer carries the security headers', async () => {
  const plain = await house({ origins: ['https://app.example'] })
  const secure = await house({ publicUrl: 'https://chat.example' })
  for (const { headers } of await everyKindOfAnswer(plain)) {
    assert.deepEqual(only(headers, Object.keys(HEADERS)), HEADERS)
    assert.equal(headers.get('strict-transport-security'), null)
  }
  for (const { headers } of await everyKindOfAnswer(secure)) {
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000')
  }
})

test('HTTP-13 answers of the API are not stored', async () => {
  const there = await house()
  const ada = await there.person('ada')
  for (const line of ['GET /v1/me', 'GET /v1/nothing', 'GET /v1/place', 'GET /healthz', 'POST /v1/tickets']) {
    assert.equal((await there.ask(line, { as: ada })).headers.get('cache-control'), 'no-store', line)
  }
})

test('HTTP-13 the headers are there also when the server fails', async () => {
  const there = await house({ change: (deps) => ({ ...deps, readiness: () => assert.fail('broken') }) })
  const answered = await there.ask('GET /readyz')
  assert.equal(answered.status, 500)
  assert.deepEqual(only(answered.headers, Object.keys(HEADERS)), HEADERS)
})

for (const code of Object.keys(ERRORS) as ErrorCode[]) {
  test(`HTTP-14 ${code} answers with its status, and says when to try again where that can help`, async () => {
    const { status, retry } = ERRORS[code]
    const error: WireError = { code, message: 'No.', ...(retry ? { retryAfterMs: 1_001 } : {}) }
    const there = await house({ change: (deps) => ({ ...deps, runCommand: async () => ({ refused: error }) }) })
    const ada = await there.person('ada')
    const answered = await there.ask('GET /v1/rooms/rm_0000/messages', { as: ada })
    assert.deepEqual([answered.status, answered.body], [status, { error }])
    assert.equal(answered.headers.get('retry-after'), retry ? '2' : null)
  })
}

test('HTTP-15 a fault answers with an id, and the log alone has the details', async () => {
  const fault = new Error('SQLITE_CORRUPT in /srv/data/natter.db', { cause: new TypeError('x is not a function') })
  const there = await house({ change: (deps) => ({ ...deps, runCommand: () => Promise.reject(fault) }) })
  const ada = await there.person('ada')
  const answered = await there.ask('GET /v1/rooms/rm_0000/messages', { as: ada })
  const { errorId = '', ...error } = answered.body.error ?? {}
  assert.equal(answered.status, 500)
  assert.deepEqual(error, { code: 'internal', message: 'Something went wrong on the server.', retryAfterMs: 1_000 })
  assert.match(errorId, /^[0-9A-Za-z]{12}$/)
  const line = there.logged.find((each) => each.includes(errorId)) ?? ''
  assert.match(line, /SQLITE_CORRUPT/)
  assert.match(line, /answers\.test\.ts/, 'the stack is there')
})

test('HTTP-15 a store that cannot work now is unavailable', async () => {
  const fault = new StoreFault('unavailable', 'disk full: /srv/data')
  const there = await house({ change: (deps) => ({ ...deps, runCommand: () => Promise.reject(fault) }) })
  const ada = await there.person('ada')
  const answered = await there.ask('GET /v1/rooms/rm_0000/messages', { as: ada })
  assert.deepEqual(refusal(answered), { status: 503, code: 'unavailable' })
  assert(!answered.text.includes('disk'))
})

test('HTTP-16 what the store has encoded goes out byte for byte', async () => {
  const json = '{"messages":[{"text":"\\u00e4 1.0"}],   "more":false}'
  const there = await house({ change: (deps) => ({ ...deps, runCommand: async () => ({ json }) }) })
  const ada = await there.person('ada')
  assert.equal((await there.ask('GET /v1/rooms/rm_0000/messages', { as: ada })).text, json)
})

test('HTTP-12 a room that is not there answers like one that one may not see, whatever is asked of it', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const kim = await there.person('kim')
  const made = await there.ask('POST /v1/rooms', { as: ada, body: { kind: 'private', name: 'Secret' } })
  const secret = (made.body['room'] as { id: string }).id
  assert.equal((await there.ask(`GET /v1/rooms/${secret}`, { as: ada })).status, 200)
  const asked = async (room: string): Promise<unknown[]> => {
    const path = `/v1/rooms/${room}`
    const answers = [
      await there.ask(`GET ${path}`, { as: kim }),
      await there.ask(`PATCH ${path}`, { as: kim, body: { name: 'Mine' } }),
      await there.ask(`GET ${path}/members`, { as: kim }),
      await there.ask(`GET ${path}/members/${ada.user.id}`, { as: kim }),
      await there.ask(`PUT ${path}/members/me`, { as: kim }),
      await there.ask(`PUT ${path}/members/${ada.user.id}`, { as: kim }),
      await there.ask(`DELETE ${path}/members/me`, { as: kim }),
      await there.ask(`DELETE ${path}/members/${ada.user.id}`, { as: kim }),
      await there.ask(`GET ${path}/messages`, { as: kim }),
      await there.ask(`POST ${path}/messages`, { as: kim, body: { cid: 'c', text: 'hi' } }),
      await there.ask(`PATCH ${path}/messages/1`, { as: kim, body: { text: 'hi' } }),
      await there.ask(`DELETE ${path}/messages/1`, { as: kim }),
    ]
    return answers.map(({ status, text }) => `${status} ${text}`)
  }
  const hidden = await asked(secret)
  assert.equal(new Set(hidden).size, 1)
  assert.match(String(hidden[0]), /^404 /)
  assert.deepEqual(await asked('rm_nothing0000'), hidden)
  assert.deepEqual(await asked('nothing'), hidden)
  assert.deepEqual(await asked('..%2f..'), hidden)
})

test('HTTP-12 people, messages and sessions that are not there, and paths that are none', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const made = await there.ask('POST /v1/rooms', { as: ada, body: { kind: 'private', name: 'Den' } })
  const room = (made.body['room'] as { id: string }).id
  for (const path of [
    '/v1/users/nobody',
    '/v1/users/us_0000',
    `/v1/rooms/${room}/members/us_0000`,
    `/v1/rooms/${room}/members/x`,
    '/v1/sessions/current',
    '/v1',
    '/v1/',
    '/v1/rooms/',
    '/v1/constructor',
    '/v1/%00',
  ]) {
    assert.equal((await there.ask(`GET ${path}`, { as: ada })).status, 404, path)
  }
  for (const seq of ['0', '-1', '1.5', '99', 'x', '9'.repeat(16)]) {
    assert.equal((await there.ask(`DELETE /v1/rooms/${room}/messages/${seq}`, { as: ada })).status, 404, seq)
  }
})
