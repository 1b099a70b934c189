import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SignedIn } from '@natter/protocol'
import { ROUTES } from '../../src/http/all-routes.ts'
import { cookiesOf, house, OWN_ORIGIN, PASSWORD, refusal } from './house.ts'
import type { Answered, House } from './house.ts'

const CREDENTIALS = { handle: 'ada', password: PASSWORD }

function pathOf(path: string): string {
  return path.replaceAll(/:\w+/g, 'nothing')
}

for (const { method, path, access } of ROUTES) {
  const line = `${method.toUpperCase()} ${pathOf(path)}`
  if (access === 'anybody') continue
  test(`HTTP-1 ${line} is not for strangers`, async () => {
    const there = await house()
    const ada = await there.person('ada')
    assert.deepEqual(refusal(await there.ask(line)), { status: 401, code: 'unauthorized' })
    const wrong = await there.ask(line, { as: { ...ada, accessToken: `${ada.accessToken}x` } })
    assert.deepEqual(refusal(wrong), { status: 401, code: 'unauthorized' })
    assert.equal(wrong.headers.get('www-authenticate'), 'Bearer')
    assert.notEqual((await there.ask(line, { as: ada, body: {} })).status, 401)
  })
  if (access === 'admin') {
    test(`HTTP-6 ${line} is not for members`, async () => {
      const there = await house()
      const ada = await there.person('ada')
      const kim = await there.person('kim')
      assert.deepEqual(refusal(await there.ask(line, { as: kim, body: {} })), { status: 403, code: 'forbidden' })
      assert.notEqual((await there.ask(line, { as: ada, body: {} })).status, 403)
    })
  }
}

test('HTTP-1 the header wins over the cookie, and one that is no bearer token is refused', async () => {
  const there = await house()
  const signedIn = await there.ask('POST /v1/accounts', { body: CREDENTIALS })
  const kim = await there.person('kim')
  const { header: cookie } = cookiesOf(signedIn)
  const who = async (headers: Record<string, string>): Promise<unknown> => {
    const { status, body } = await there.ask('GET /v1/me', { cookie, headers })
    return status === 200 ? (body['user'] as { handle: string }).handle : status
  }
  assert.equal(await who({}), 'ada')
  assert.equal(await who({ authorization: `Bearer ${kim.accessToken}` }), 'kim')
  assert.equal(await who({ authorization: `bearer  ${kim.accessToken}` }), 'kim')
  for (const authorization of ['Basic YWRhOnBhc3M=', 'Bearer', `Bearer ${kim.accessToken} x`, kim.accessToken]) {
    assert.equal(await who({ authorization }), 401)
  }
})

test('HTTP-2 a cookie changes something only with an allowed origin; a bearer token with any or none', async () => {
  const there = await house()
  const signedIn = await there.ask('POST /v1/accounts', { body: CREDENTIALS, headers: { origin: OWN_ORIGIN } })
  const ada = signedIn.body as unknown as SignedIn
  const { header: cookie } = cookiesOf(signedIn)
  const rename = (headers: Record<string, string>, credential: object): Promise<Answered> =>
    there.ask('PATCH /v1/me', { ...credential, headers, body: { name: 'Ada L.' } })
  for (const origin of [
    'http://evil.example',
    'null',
    'http://127.0.0.1:8081',
    'https://127.0.0.1:8080',
    `${OWN_ORIGIN}.evil.example`,
  ]) {
    assert.deepEqual(refusal(await rename({ origin }, { cookie })), { status: 403, code: 'forbidden' }, origin)
  }
  assert.equal((await rename({}, { cookie })).status, 403)
  assert.equal((await rename({ origin: OWN_ORIGIN }, { cookie })).status, 200)
  assert.equal((await rename({ origin: 'http://evil.example' }, { as: ada })).status, 200)
  assert.equal((await rename({}, { as: ada })).status, 200)
  assert.equal((await there.ask('GET /v1/me', { cookie })).status, 200, 'reading needs none')
  assert.match(there.logged.join('\n'), /foreign origin.*evil\.example/)
})

test('HTTP-2 every route that changes something refuses a cookie without an origin', async () => {
  const there = await house()
  const { header: cookie } = cookiesOf(await there.ask('POST /v1/accounts', { body: CREDENTIALS }))
  for (const { method, path, access } of ROUTES) {
    if (method === 'get' || access === 'anybody') continue
    const line = `${method.toUpperCase()} ${pathOf(path)}`
    assert.equal((await there.ask(line, { cookie, body: {} })).status, 403, line)
    assert.notEqual((await there.ask(line, { cookie, body: {}, headers: { origin: OWN_ORIGIN } })).status, 403, line)
  }
})

test('HTTP-2 a foreign page signs nobody in, up or on', async () => {
  const there = await house()
  const signedIn = await there.ask('POST /v1/accounts', { body: CREDENTIALS })
  const { header: cookie } = cookiesOf(signedIn)
  const headers = { origin: 'http://evil.example' }
  assert.equal((await there.ask('POST /v1/accounts', { body: { ...CREDENTIALS, handle: 'kim' }, headers })).status, 403)
  assert.equal((await there.ask('POST /v1/sessions', { body: CREDENTIALS, headers })).status, 403)
  assert.equal((await there.ask('POST /v1/sessions/renew', { cookie, headers })).status, 403)
  assert.equal((await there.ask('POST /v1/sessions', { body: CREDENTIALS })).status, 201)
})

test('HTTP-2 the session cookie cannot be renewed without an origin', async () => {
  const there = await house()
  const { header: cookie } = cookiesOf(await there.ask('POST /v1/accounts', { body: CREDENTIALS }))
  assert.equal((await there.ask('POST /v1/sessions/renew', { cookie })).status, 403)
  const renewed = await there.ask('POST /v1/sessions/renew', { cookie, headers: { origin: OWN_ORIGIN } })
  assert.equal(renewed.status, 200)
  assert.notEqual(cookiesOf(renewed).header, cookie)
})

async function cookiesAt(publicUrl: string | undefined): Promise<string[]> {
  const there = await house(publicUrl === undefined ? {} : { publicUrl })
  const { headers, body } = await there.ask('POST /v1/accounts', { body: CREDENTIALS })
  const tokens = [String(body['accessToken']), String(body['refreshToken'])]
  return headers.getSetCookie().map((cookie) => tokens.reduce((text, token) => text.replace(token, '…'), cookie))
}

test('HTTP-4 cookies without https', async () => {
  assert.deepEqual(await cookiesAt(undefined), [
    'natter=…; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict',
    'natter-refresh=…; Path=/v1/sessions/renew; Max-Age=5184000; HttpOnly; SameSite=Strict',
  ])
})

test('HTTP-4 cookies with https carry the prefixes that bind them to this host', async () => {
  assert.deepEqual(await cookiesAt('https://chat.example'), [
    '__Host-natter=…; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure',
    '__Secure-natter-refresh=…; Path=/v1/sessions/renew; Max-Age=5184000; HttpOnly; SameSite=Strict; Secure',
  ])
})

test('HTTP-4 a cookie without the prefix is not read where https is', async () => {
  const there = await house({ publicUrl: 'https://chat.example' })
  const ada = await there.person('ada')
  const who = async (name: string): Promise<number> =>
    (await there.ask('GET /v1/me', { cookie: `other=1; ${name}=${ada.accessToken}` })).status
  assert.equal(await who('__Host-natter'), 200)
  assert.equal(await who('natter'), 401)
})

test('HTTP-5 a token in a query string is refused, wherever it is', async () => {
  const there = await house()
  const ada = await there.person('ada')
  for (const query of [
    `token=${ada.accessToken}`,
    'access_token=x',
    `q=${ada.accessToken}`,
    `q=${ada.refreshToken}`,
    'Token=x',
  ]) {
    for (const path of ['/v1/me', '/v1/rooms', '/v1/place', '/healthz']) {
      assert.deepEqual(refusal(await there.ask(`GET ${path}?${query}`, { as: ada })), {
        status: 400,
        code: 'bad_request',
      })
    }
  }
})

async function crossOrigin({ ask }: House, origin: string): Promise<unknown> {
  const { headers } = await ask('GET /v1/place', { headers: { origin } })
  const preflight = await ask('OPTIONS /v1/me', { headers: { origin, 'access-control-request-method': 'PATCH' } })
  return {
    allowed: headers.get('access-control-allow-origin'),
    credentials: headers.get('access-control-allow-credentials'),
    preflight: preflight.status,
    preflightAllowed: preflight.headers.get('access-control-allow-origin'),
  }
}

test('HTTP-7 only listed origins read answers, and nobody by wildcard', async () => {
  const there = await house({ origins: ['https://app.example'] })
  assert.deepEqual(await crossOrigin(there, 'https://app.example'), {
    allowed: 'https://app.example',
    credentials: 'true',
    preflight: 204,
    preflightAllowed: 'https://app.example',
  })
  const nothing = { allowed: null, credentials: null, preflight: 403, preflightAllowed: null }
  for (const origin of ['https://app.example.evil', 'http://app.example', 'null', 'https://evil.example']) {
    assert.deepEqual(await crossOrigin(there, origin), nothing, origin)
  }
  assert.equal((await there.ask('GET /v1/place')).headers.get('vary'), 'Origin')
  assert.deepEqual(await crossOrigin(await house(), 'https://app.example'), nothing)
})
