import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import type { HelloReply } from '@natter/protocol'
import { served } from '../gateway/served.ts'
import type { Served } from '../gateway/served.ts'

type Sent = { token?: string; headers?: Record<string, string>; signal?: AbortSignal }

function ask({ host }: Served, path: string, body: unknown, { token, headers, signal }: Sent = {}): Promise<Response> {
  const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return fetch(`http://${host}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer, ...headers },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })
}

/** A place with ada, its owner, and a room of hers. */
async function place(t: TestContext, env?: Record<string, string>) {
  const there = await served(t, env)
  const ada = await there.person('ada')
  const made = await ask(there, '/v1/rooms', { kind: 'public', name: 'Den' }, { token: ada.accessToken })
  const { room } = (await made.json()) as { room: { id: string } }
  const post = async (text: string): Promise<void> => {
    const path = `/v1/rooms/${room.id}/messages`
    assert.equal((await ask(there, path, { cid: text, text }, { token: ada.accessToken })).status, 201)
  }
  return { there, ada, token: ada.accessToken, den: room.id, post }
}

/** Lines as they come; `next` resolves with the next one, or undefined at the end. */
function linesOf(response: Response): () => Promise<Record<string, unknown> | undefined> {
  assert.ok(response.body !== null)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async () => {
    while (!text.includes('\n')) {
      const { done, value } = await reader.read()
      if (done) return undefined
      text += value
    }
    const end = text.indexOf('\n')
    const line = text.slice(0, end)
    text = text.slice(end + 1)
    return JSON.parse(line) as Record<string, unknown>
  }
}

test('FB-1 FB-12 lines come one by one over a real connection, and no proxy is to keep them', async (t) => {
  const { there, token, den, post } = await place(t)
  const response = await ask(there, '/v1/stream', { rooms: { [den]: null } }, { token })
  assert.deepEqual(
    ['content-type', 'cache-control', 'x-accel-buffering', 'x-content-type-options'].map((name) =>
      response.headers.get(name),
    ),
    ['application/x-ndjson; charset=utf-8', 'no-store, no-transform', 'no', 'nosniff'],
  )
  const next = linesOf(response)
  const first = (await next()) as unknown as HelloReply
  assert.deepEqual([first.self.handle, Object.keys(first.rooms)], ['ada', [den]])
  for (const text of ['one', 'two', 'three']) {
    await post(text)
    const line = await next()
    assert.deepEqual([line?.['type'], (line?.['message'] as { text: string }).text], ['message.posted', text])
  }
  await there.clock.advance(60_000)
  let last: unknown
  for (let line = await next(); line !== undefined; line = await next()) last = line
  assert.deepEqual(last, { control: 'drain', reconnectInMs: 0 })
})

test('FB-5 a poll is answered over a real connection by the first message', async (t) => {
  const { there, token, den, post } = await place(t)
  const first = (await (await ask(there, '/v1/poll', { rooms: { [den]: null } }, { token })).json()) as HelloReply
  const part = first.rooms[den as `rm_${string}`]
  assert.ok(part !== undefined && 'mode' in part && part.mode === 'reset')
  const body = { user: first.user.upTo, rooms: { [den]: part.upTo }, waitMs: 25_000 }
  const waiting = ask(there, '/v1/poll', body, { token })
  await connections(there, token, 1)
  await post('hi')
  const second = (await (await waiting).json()) as HelloReply
  const more = second.rooms[den as `rm_${string}`]
  assert.ok(more !== undefined && 'mode' in more && more.mode === 'delta')
  assert.deepEqual(
    more.events.map((event) => 'message' in event && event.message.text),
    ['hi'],
  )
})

test('FB-8 a client that hangs up is let go, whether it streams or waits', async (t) => {
  const { there, token, den } = await place(t)
  const first = (await (await ask(there, '/v1/poll', { rooms: { [den]: null } }, { token })).json()) as HelloReply
  const gone = new AbortController()
  const { signal } = gone
  const response = await ask(there, '/v1/stream', {}, { token, signal })
  await linesOf(response)()
  const waiting = ask(there, '/v1/poll', { user: first.user.upTo, waitMs: 25_000 }, { token, signal })
  assert.deepEqual((await connections(there, token, 2)).toSorted(), ['poll', 'stream'])
  gone.abort()
  await assert.rejects(waiting)
  await connections(there, token, 0)
})

test('FB-12 who may is decided as for every request', async (t) => {
  const { there, ada, token, den } = await place(t)
  for (const path of ['/v1/stream', '/v1/poll']) {
    const status = async (sent: Sent, body: object = {}, query = ''): Promise<number> => {
      const response = await ask(there, path + query, body, sent)
      await response.body?.cancel()
      return response.status
    }
    const { cookie } = ada
    assert.deepEqual(
      [
        await status({}),
        await status({ token: 'nat_nobody' }),
        await status({ headers: { cookie } }),
        await status({ headers: { cookie, origin: 'http://evil.example' } }),
        await status({ headers: { cookie, origin: `http://${there.host}` } }),
        await status({ token }),
        await status({ token }, {}, `?token=${token}`),
      ],
      [401, 401, 403, 403, 200, 200, 400],
      path,
    )
    const tooMany = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`rm_room${index}`, null]))
    for (const wrong of [
      { user: [1] },
      { user: 'x' },
      { user: [-1, 'x'] },
      { rooms: [] },
      { rooms: { den: null } },
      { rooms: { [den]: 7 } },
      { rooms: tooMany },
      { waitMs: 25_001 },
      { token },
    ]) {
      assert.equal(await status({ token }, wrong), 400, JSON.stringify(wrong))
    }
  }
})

/** By what the clients of the place are connected, once they are so many. */
async function connections({ host }: Served, token: string, count: number): Promise<string[]> {
  for (;;) {
    const response = await fetch(`http://${host}/v1/admin/connections`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { connections: all } = (await response.json()) as { connections: { transport: string }[] }
    if (all.length === count) return all.map(({ transport }) => transport)
  }
}
