import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHttp, NatterError } from '../../src/index.ts'
import type { NatterHttp } from '../../src/index.ts'
import { World } from '../world/world.ts'
import { unheardIn } from './unheard.ts'

/** What an HTTP server, or whatever answers in its place, may say. */
const ANSWERS: Record<string, () => Response> = {
  'a page': () => new Response('<!doctype html><title>Sign in to the network</title>', { status: 200 }),
  'a page, refused': () => new Response('<html>', { status: 502 }),
  nothing: () => new Response('', { status: 200 }),
  'no content': () => new Response(null, { status: 204 }),
  'half an object': () => new Response('{"user":{"id":"us_', { status: 200 }),
  'a number': () => new Response('7'),
  null: () => new Response('null'),
  'a list': () => new Response('[]'),
  'a text': () => new Response('"user"'),
  'an empty object': () => new Response('{}'),
  'the names of every object': () => new Response('{"__proto__":{"user":1},"constructor":{},"hasOwnProperty":1}'),
  'an error that is none': () => new Response('{"error":7}', { status: 400 }),
  'an error without words': () => new Response('{"error":{"code":"x"}}', { status: 400 }),
  'an error of no known kind': () => new Response('{"error":{"code":"oops","message":"Oh."}}', { status: 418 }),
  'an error with a time that makes no sense': () =>
    new Response('{"error":{"code":"rate_limited","message":"No.","retryAfterMs":-5}}', { status: 429 }),
  'an error of the names of every object': () =>
    new Response('{"error":{"__proto__":null,"code":"__proto__","message":"x"}}', { status: 500 }),
  unauthorized: () => new Response('{"error":{"code":"unauthorized","message":"No."}}', { status: 401 }),
  'broken UTF-8': () => new Response(Uint8Array.of(0xff, 0xfe, 0x7b)),
  'ten thousand levels': () => new Response('['.repeat(10_000)),
}

const CALLS: Record<string, (http: NatterHttp) => Promise<unknown>> = {
  signUp: (http) => http.signUp({ handle: 'kim', password: 'a plain garden gate' }),
  signIn: (http) => http.signIn({ handle: 'kim', password: 'a plain garden gate' }),
  renew: (http) => http.renew('refresh'),
  'renew by cookie': (http) => http.renew(),
  sessions: (http) => http.sessions(),
  me: (http) => http.me(),
  updateMe: (http) => http.updateMe({ name: 'Kim' }),
  place: (http) => http.place(),
  findUsers: (http) => http.findUsers('k'),
  publicRooms: (http) => http.publicRooms(),
  createInvite: (http) => http.createInvite(),
}

for (const [name, call] of Object.entries(CALLS)) {
  test(`BAD-27 ${name} is rejected with a NatterError, whatever answers in the server's place`, async () => {
    const world = new World()
    const { natter } = await world.live('kim')
    const unheard = await unheardIn(async () => {
      for (const [what, answer] of Object.entries(ANSWERS)) {
        world.fetch = async () => answer()
        const outcome = await call(natter.http).then(
          () => 'answered',
          (error: unknown) => error,
        )
        assert(outcome instanceof NatterError, `${what}: ${String(outcome)}`)
        assert(typeof outcome.code === 'string' && outcome.message.length > 0, what)
      }
      world.fetch = () => Promise.reject(new TypeError('fetch failed'))
      await assert.rejects(call(natter.http), { name: 'NatterError', code: 'network' })
    })
    assert.deepEqual(unheard, [])
    assert.equal(({} as { user?: unknown }).user, undefined)
    await natter.close()
  })
}

test('BAD-27 a server that never ends its answer is left after 30 s', async () => {
  const world = new World()
  const { natter } = await world.live('kim')
  world.fetch = (_, { signal }) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
  const outcome = assert.rejects(natter.http.me(), { name: 'NatterError', code: 'network' })
  await world.time.advance(31_000)
  await outcome
  await natter.close()
})

test('BAD-27 where the cookie cannot be renewed the client asks in measure, and goes on once it can', async () => {
  const unheard = await unheardIn(async () => {
    for (const answer of Object.values(ANSWERS)) {
      const world = new World()
      const { natter } = world.person('kim', { token: () => Promise.resolve('x') })
      let renewals = 0
      world.fetch = async () => {
        renewals++
        return answer()
      }
      const byCookie = createHttp({
        url: 'http://natter.test',
        environment: { ...environmentOf(world), exclusive: (_, task) => task() },
      })
      const asked = Promise.allSettled([byCookie.renew(), byCookie.renew(), byCookie.me()])
      await world.time.advance(60_000)
      for (const outcome of await asked) assert.equal(outcome.status, 'rejected')
      assert(renewals <= 5, `${renewals} calls`)
      await natter.close()
    }
  })
  assert.deepEqual(unheard, [])
})

function environmentOf(world: World): Parameters<typeof createHttp>[0]['environment'] & object {
  return {
    now: () => world.time.now,
    setTimer: (delayMs, task) => world.time.setTimer(delayMs, task),
    randomBytes: (length) => new Uint8Array(length),
    openSocket: () => ({ send: () => undefined, close: () => undefined }),
    fetch: (url, init) => world.fetch(url, init),
    onWake: () => () => undefined,
    exclusive: (_, task) => task(),
  }
}
