import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAdmin } from '../src/admin.ts'
import type { NatterAdmin } from '../src/admin.ts'
import { createPast } from '../src/past.ts'
import type { NatterPast } from '../src/past.ts'
import { createHttp, defaultEnvironment, NatterError } from '../src/index.ts'
import type { NatterHttp } from '../src/index.ts'

interface Called {
  method: string | undefined
  path: string
  token: string | null
  body: unknown
}

/** The calls of a client whose server answers as `answer` says. */
function calling(
  answer: (call: Called) => Response | Promise<Response>,
  token?: (why: string) => Promise<string | undefined>,
): { http: NatterHttp; admin: NatterAdmin; past: NatterPast; calls: Called[] } {
  const calls: Called[] = []
  const environment = {
    ...defaultEnvironment(),
    fetch: async (url: string, request: RequestInit) => {
      const body = request.body
      const call = {
        method: request.method,
        path: url.replace('http://natter.test', ''),
        token: new Headers(request.headers).get('authorization'),
        body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body,
      }
      calls.push(call)
      return answer(call)
    },
  }
  const options = { url: 'http://natter.test/', environment, ...(token && { token }) }
  return { http: createHttp(options), admin: createAdmin(options), past: createPast(options), calls }
}

const unauthorized = (): Response => Response.json({ error: { code: 'unauthorized', message: 'No.' } }, { status: 401 })

test('SDK-46 every call has its method, path and body', async () => {
  const everything = {
    user: 1,
    users: 2,
    rooms: 3,
    sessions: 4,
    place: 5,
    invite: 6,
    announcement: 7,
    connections: 8,
    more: false,
    accessToken: 't',
    versions: [],
    messages: [],
  }
  const { http, admin, past, calls } = calling(() => Response.json(everything))
  await http.signUp({ handle: 'kim', password: 'p' })
  await http.signIn({ handle: 'kim', password: 'p' })
  await http.renew('r')
  await http.signOut()
  assert.equal(await http.sessions(), 4)
  await http.revokeSession('se_abcd')
  assert.equal(await http.me(), 1)
  await http.updateMe({ name: 'Kim' })
  assert.equal(await http.place(), 5)
  await http.findUsers('a&b', 'us_abcd')
  await http.publicRooms()
  assert.equal(await http.createInvite(), 6)
  assert.equal(await admin.announce('hi', 5), 7)
  assert.equal(await admin.connections(), 8)
  await admin.closeConnection('c-1')
  await admin.users('us_abcd')
  await admin.setUser('us_abcd', { disabled: true })
  assert.equal(await admin.updatePlace({ name: 'Home' }), 5)
  await past.versions('rm_den1', 7)
  await past.seqAt('rm_den1', 12.5)
  assert.deepEqual(
    calls.map(({ method, path, body }) => [method, path, body]),
    [
      ['POST', '/v1/accounts', { handle: 'kim', password: 'p' }],
      ['POST', '/v1/sessions', { handle: 'kim', password: 'p' }],
      ['POST', '/v1/sessions/renew', { refreshToken: 'r' }],
      ['DELETE', '/v1/sessions/current', null],
      ['GET', '/v1/sessions', null],
      ['DELETE', '/v1/sessions/se_abcd', null],
      ['GET', '/v1/me', null],
      ['PATCH', '/v1/me', { name: 'Kim' }],
      ['GET', '/v1/place', null],
      ['GET', '/v1/users?q=a%26b&after=us_abcd', null],
      ['GET', '/v1/rooms?scope=public', null],
      ['POST', '/v1/invites', {}],
      ['POST', '/v1/admin/announcements', { text: 'hi', forMs: 5 }],
      ['GET', '/v1/admin/connections', null],
      ['DELETE', '/v1/admin/connections/c-1', null],
      ['GET', '/v1/admin/users?after=us_abcd', null],
      ['PATCH', '/v1/admin/users/us_abcd', { disabled: true }],
      ['PATCH', '/v1/place', { name: 'Home' }],
      ['GET', '/v1/rooms/rm_den1/messages/7/versions', null],
      ['GET', '/v1/rooms/rm_den1/messages?at=12&limit=1', null],
    ],
  )
})

test('SDK-46 a token that is refused is renewed once', async () => {
  const asked: string[] = []
  const token = async (why: string): Promise<string> => {
    asked.push(why)
    return why === 'renew' ? 'fresh' : 'old'
  }
  const { http, calls } = calling(
    (call) => (call.token === 'Bearer fresh' ? Response.json({ user: 1 }) : unauthorized()),
    token,
  )
  await http.me()
  assert.deepEqual(asked, ['connect', 'renew'])
  assert.deepEqual(
    calls.map((call) => call.token),
    ['Bearer old', 'Bearer fresh'],
  )
  const refused = calling(unauthorized, token)
  await assert.rejects(refused.http.me(), { code: 'unauthorized', status: 401 })
  assert.equal(refused.calls.length, 2)
})

test('SDK-46 a cookie is renewed once for all calls that need it', async () => {
  let isFresh = false
  const { http, calls } = calling(({ path }) => {
    if (path === '/v1/sessions/renew') {
      isFresh = true
      return Response.json({ accessToken: 't' })
    }
    return isFresh ? Response.json({ user: 1, sessions: [] }) : unauthorized()
  })
  await Promise.all([http.me(), http.sessions(), http.me()])
  assert.equal(calls.filter(({ path }) => path === '/v1/sessions/renew').length, 1)
  assert(calls.every(({ token }) => token === null))
})

test('SDK-46 refusals, missing answers and answers of others become errors', async () => {
  const refused = calling(() =>
    Response.json(
      { error: { code: 'rate_limited', message: 'Slow down.', retryAfterMs: 5, field: 'x' } },
      { status: 429 },
    ),
  )
  await assert.rejects(refused.http.me(), (error: NatterError) => {
    assert.deepEqual(
      [error.name, error.code, error.message, error.retryAfterMs, error.field, error.status],
      ['NatterError', 'rate_limited', 'Slow down.', 5, 'x', 429],
    )
    return error instanceof NatterError
  })
  const unreachable = calling(() => Promise.reject(new TypeError('fetch failed')))
  await assert.rejects(unreachable.http.place(), { code: 'network' })
  for (const [body, status] of [
    ['<html>', 502],
    ['<html>', 200],
    ['[]', 200],
    ['{}', 200],
    ['{"user":', 200],
  ] as const) {
    await assert.rejects(calling(() => new Response(body, { status })).http.me(), { code: 'internal' }, body)
  }
})

test('SDK-46 an id cannot lead elsewhere', async () => {
  const { admin, calls } = calling(() => Response.json({ user: 1 }))
  for (const id of ['..', '../me', 'a/b', 'a?b', '%2e%2e', 'a#', ' ']) {
    await assert.rejects(admin.closeConnection(id), { code: 'bad_request' }, id)
    await assert.rejects(admin.setUser(id as 'us_x', {}), { code: 'bad_request' }, id)
  }
  assert.deepEqual(calls, [])
})

test('SDK-51 the first message from a time on, or none, and the texts that one has had', async () => {
  const versions = [{ text: 'one', at: 5, by: 'us_kim1' }]
  const { past } = calling(({ path }) => {
    if (path.includes('/versions')) return Response.json({ versions, more: false })
    return Response.json({ messages: path.includes('at=5') ? [{ seq: 9 }] : [], more: false })
  })
  assert.deepEqual(await past.versions('rm_den1', 9), { versions, more: false })
  assert.deepEqual([await past.seqAt('rm_den1', 5), await past.seqAt('rm_den1', 6)], [9, undefined])
  await assert.rejects(past.versions('rm_den1/../x', 9), { code: 'bad_request' })
})
