import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROUTES } from '../../src/http/all-routes.ts'
import { house, refusal } from './house.ts'
import type { Answered, House } from './house.ts'
import { SAMPLES } from './samples.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const ROOM = 'rm_0000000000'

function lineOf({ method, path }: { method: string; path: string }): string {
  return `${method.toUpperCase()} ${path}`
}

function pathOf(line: string, user: string): string {
  return line.replace(':room', ROOM).replace(':user', user).replace(':seq', '1')
}

const badRequest = { status: 400, code: 'bad_request' }

async function signIn({ ask }: House, body: unknown, headers: Record<string, string> = JSON_TYPE): Promise<unknown> {
  return refusal(await ask('POST /v1/sessions', { body, headers }))
}

test('HTTP-9 a body is sent as JSON: no form can', async () => {
  const there = await house()
  const body = '{"handle":"ada","password":"a plain garden gate"}'
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-patch+json',
    'text/json',
    'application/json; charset=latin1',
    '',
  ]) {
    assert.deepEqual(await signIn(there, body, { 'content-type': type }), badRequest, type)
  }
  for (const type of ['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"']) {
    assert.deepEqual(await signIn(there, body, { 'content-type': type }), { status: 401, code: 'unauthorized' }, type)
  }
  assert.deepEqual(await signIn(there, body, { ...JSON_TYPE, 'content-encoding': 'gzip' }), badRequest)
})

for (const [what, text] of [
  ['nothing', ''],
  ['no JSON', '{"handle":'],
  ['two values', '{} {}'],
  ['a byte order mark', '\ufeff{"handle":"ada","password":"x"}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a key twice', '{"handle":"ada","handle":"kim","password":"x"}'],
  ['__proto__', '{"__proto__":{"admin":true},"handle":"ada","password":"x"}'],
  ['half a surrogate pair', '{"handle":"\\ud800","password":"x"}'],
  ['NUL', '{"handle":"a\\u0000","password":"x"}'],
  ['a number beyond a double', '{"handle":1e999,"password":"x"}'],
  ['17 levels', `${'['.repeat(17)}${']'.repeat(17)}`],
  ['100 000 levels', '['.repeat(30_000)],
  ['257 keys', JSON.stringify(Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`k${i}`, 1])))],
] as const) {
  test(`HTTP-9 a body of ${what} is refused`, async () => {
    const answered = (await signIn(await house(), text)) as { status: number; code: string }
    assert.deepEqual({ status: answered.status, code: answered.code }, badRequest)
  })
}

test('HTTP-9 a body that is not UTF-8 is refused', async () => {
  const there = await house()
  const body = Buffer.concat([Buffer.from('{"handle":"'), Buffer.from([0xc3, 0x28]), Buffer.from('","password":"x"}')])
  const response = await there.app.request('/v1/sessions', { method: 'POST', headers: JSON_TYPE, body })
  assert.equal(response.status, 400)
})

test('HTTP-9 a body over the limit is refused, with a length or without', async () => {
  const there = await house()
  const tooLarge = { status: 413, code: 'too_large' }
  const body = (bytes: number): string => `{"handle":"ada","password":"${'x'.repeat(bytes - 30)}"}`
  assert.equal(body(65_536).length, 65_536)
  assert.deepEqual(await signIn(there, body(65_537)), tooLarge)
  assert.deepEqual(await signIn(there, body(65_536)), { ...badRequest, field: 'password' })
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(16_384).fill(0x20))
    },
  })
  const init = { method: 'POST', headers: JSON_TYPE, body: endless, duplex: 'half' as const }
  const response = await there.app.request('/v1/sessions', init)
  assert.equal(response.status, 413)
  assert(pulled <= 8, `read ${pulled} pieces of 16 KiB`)
})

/** One value of each kind of JSON, and some that libraries stumble over. */
const VALUES: unknown[] = [null, true, 1.5, -1, 9_007_199_254_740_993, [], ['x'], {}, { $ne: null }, { toString: 'x' }]

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

test('HTTP-10 every route with fields has a sample here', () => {
  const withBody = ROUTES.filter(({ body, path }) => body !== undefined && path !== '/v1/commands').map(lineOf)
  assert.deepEqual(Object.keys(SAMPLES).toSorted(), withBody.toSorted())
})

for (const [line, sample] of Object.entries(SAMPLES)) {
  test(`HTTP-10 ${line} refuses other types in every field, and fields it does not know`, async () => {
    const there = await house()
    const ada = await there.person('ada')
    const send = (body: unknown): Promise<Answered> => there.ask(pathOf(line, ada.user.id), { as: ada, body })
    assert.notEqual((await send(sample)).status, 400, 'the sample itself must be well-formed')
    const fields = Object.entries(sample).flatMap(([name, value]) =>
      kindOf(value) === 'object' ? Object.entries(value as object).map(([inner]) => [name, inner]) : [[name]],
    )
    for (const [name = '', inner] of fields) {
      const whole = sample[name] as Record<string, unknown>
      const good = inner === undefined ? whole : whole[inner]
      for (const value of VALUES) {
        if (kindOf(value) === kindOf(good) && kindOf(value) !== 'array' && typeof value !== 'number') continue
        if (name === 'users' && Array.isArray(value) && value.length === 0) continue
        const wrong = inner === undefined ? value : { ...whole, [inner]: value }
        const answered = await send({ ...sample, [name]: wrong })
        const about = `${name}=${JSON.stringify(value)}`
        assert.equal(answered.status, 400, about)
        assert(answered.body.error?.field?.startsWith(name), about)
      }
    }
    for (const extra of ['by', 'at', 'seq', 'role', 'id', 'isAdmin', 'constructor', 'hasOwnProperty']) {
      if (extra in sample) continue
      assert.equal((await send({ ...sample, [extra]: 'owner' })).status, 400, extra)
    }
  })
}

test('HTTP-10 unknown and doubled query parameters are refused', async () => {
  const there = await house()
  const ada = await there.person('ada')
  for (const [query, field] of [
    ['/v1/me?x=1', 'x'],
    ['/v1/rooms?scop=public', 'scop'],
    ['/v1/rooms?limit=1&limit=2', 'limit'],
    ['/v1/rooms?q=den', 'q'],
    ['/v1/rooms?scope=all', 'scope'],
    ['/v1/users?q=a%00', 'q'],
    ['/v1/users?__proto__=1', '__proto__'],
    [`/v1/users?q=${'x'.repeat(101)}`, 'q'],
  ] as const) {
    const { status, body } = await there.ask(`GET ${query}`, { as: ada })
    assert.equal(status, 400, query)
    if (!query.includes('scop=')) assert.equal(body.error?.field, field, query)
  }
})

test('HTTP-11 pages are bounded', async () => {
  const there = await house()
  const ada = await there.person('ada')
  const made = await there.ask('POST /v1/rooms', { as: ada, body: { kind: 'public', name: 'Den' } })
  const messages = `/v1/rooms/${(made.body['room'] as { id: string }).id}/messages`
  for (const query of [
    'limit=-1',
    'limit=0',
    'limit=101',
    'limit=1000000000',
    'limit=1e2',
    'limit=0x10',
    'limit=',
    'limit=5.0',
    'limit=%205',
    'before=0',
    'before=-1',
    'before=9007199254740992',
    'before=5&after=3',
    'around=abc',
  ]) {
    assert.equal((await there.ask(`GET ${messages}?${query}`, { as: ada })).status, 400, query)
  }
  for (const query of ['limit=1', 'limit=100', 'before=5', 'after=0', 'around=999999999', 'before=999999999&limit=5']) {
    assert.equal((await there.ask(`GET ${messages}?${query}`, { as: ada })).status, 200, query)
  }
  for (const path of ['/v1/users', '/v1/rooms', '/v1/admin/users']) {
    assert.equal((await there.ask(`GET ${path}?limit=201`, { as: ada })).status, 400, path)
    assert.equal((await there.ask(`GET ${path}?after=nobody`, { as: ada })).status, 400, path)
  }
})
