import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { WebSocket } from 'ws'
import { signUpAll } from './accounts.ts'
import { makeRooms, retryAll } from './crowd.ts'
import type { Crowd, Post } from './crowd.ts'
import { connectRaw, NoAnswer } from './raw-client.ts'
import type { RawClient } from './raw-client.ts'
import { serve } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'
import { judge } from './verdict.ts'
import { Watcher } from './watcher.ts'
import { WholeLog } from './whole-log.ts'

const WINDOW_MS = 30_000
const ENV = { NATTER_SIGNUP: 'open', NATTER_LIMITS: 'off', NATTER_LOG_LEVEL: 'warn', NATTER_DRAIN_MS: `${WINDOW_MS}` }
const PEOPLE = ['ada', 'kim', 'tomas', 'noor', 'wim']
const LANES = 40
const ACKS = 200

test('PR-8 asked to end, a server serves on until all have left, and keeps what it acknowledged meanwhile', async (t) => {
  const { server, dataFolder, tokens } = await place(t)
  const clients = await Promise.all(tokens.map((token) => connectRaw({ url: server.url, token })))
  const rooms = await makeRooms(clients, 2)
  const watcher = new Watcher(tokens.at(-1) ?? '', rooms)
  const watching = await watcher.connect(server.url)
  const crowd: Crowd = { rooms, posts: [], faults: [], counts: { acked: 0, retried: 0, stored: 0 } }
  const sending = new Sending(clients, crowd)
  await sending.acked(ACKS)

  const exit = once(server.process, 'exit')
  const askedAt = performance.now()
  server.process.kill('SIGTERM')
  await isDraining(server)
  const late = new WebSocket(`${server.url.replace('http', 'ws')}/v1/ws`, 'natter.v1')
  late.on('error', () => undefined)
  const [, response] = (await once(late, 'unexpected-response')) as [
    unknown,
    { statusCode: number; headers: Record<string, string> },
  ]
  assert.deepEqual([response.statusCode, Number(response.headers['retry-after']) >= 1], [503, true])
  await sending.acked(ACKS)
  assert.equal(server.process.exitCode, null)

  await sending.stop()
  await Promise.all([...clients, watching].map((client) => client.close()))
  assert.deepEqual(await exit, [0, null])
  assert(performance.now() - askedAt < WINDOW_MS, 'nobody was left to be waited for')

  const again = await serve({ dataFolder, port: server.port, env: ENV })
  t.after(() => again.kill())
  const back = await Promise.all(tokens.map((token) => connectRaw({ url: again.url, token })))
  const log = new WholeLog(rooms)
  await retryAll(back, log, crowd)
  await watcher.connect(again.url)
  await Promise.all(rooms.map((room) => watcher.reached(room, log.head(room))))
  const { lost, doubled, gaps, faults } = judge(crowd.posts, log)
  assert.deepEqual([...crowd.faults, ...faults, ...watcher.faults].slice(0, 10), [])
  assert.deepEqual({ lost, doubled, gaps, resets: watcher.resets }, { lost: 0, doubled: 0, gaps: 0, resets: 0 })
  assert.equal(crowd.counts.retried, 0, 'everything was answered before the end')
})

test('PR-8 who has not left when the window ends is closed with 4001, and a server that is asked again ends at once', async (t) => {
  const { server, tokens, dataFolder } = await place(t, { NATTER_DRAIN_MS: '200' })
  const staying = new WebSocket(`${server.url.replace('http', 'ws')}/v1/ws`, 'natter.v1')
  await once(staying, 'open')
  staying.send(JSON.stringify({ id: 1, type: 'hello', version: 1, token: tokens[0] }))
  await once(staying, 'message')
  const closed = once(staying, 'close')
  assert.equal(await server.stop(), 0)
  const [code, reason] = (await closed) as [number, Buffer]
  assert.equal(code, 4001)
  assert(typeof (JSON.parse(reason.toString()) as { retryInMs?: unknown }).retryInMs === 'number')

  const patient = await serve({ dataFolder, env: ENV })
  t.after(() => patient.kill())
  await connectRaw({ url: patient.url, token: tokens[0] ?? '' })
  const exit = once(patient.process, 'exit')
  const askedAt = performance.now()
  patient.process.kill('SIGTERM')
  await isDraining(patient)
  patient.process.kill('SIGTERM')
  assert.deepEqual(await exit, [1, null])
  assert(performance.now() - askedAt < WINDOW_MS)
})

async function place(
  t: TestContext,
  env: Record<string, string> = {},
): Promise<{ server: ServerProcess; dataFolder: string; tokens: string[] }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'natter-drain-'))
  const server = await serve({ dataFolder, env: { ...ENV, ...env } })
  t.after(async () => {
    await server.kill()
    await rm(dataFolder, { recursive: true, force: true })
  })
  const people = await signUpAll(server.url, PEOPLE)
  return { server, dataFolder, tokens: people.map(({ accessToken }) => accessToken) }
}

/** Resolves once the server says itself that it is going. */
async function isDraining({ url }: ServerProcess): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/readyz`)
    const said: unknown = await response.json()
    if (response.status === 200) continue
    assert.deepEqual([response.status, said], [503, { ready: false, degraded: ['draining'] }])
    return
  }
}

/** Sends in several lanes until it is stopped; every answer counts. */
class Sending {
  readonly #crowd: Crowd
  readonly #lanes: Promise<void>[]
  #isOver = false
  #waiting: { count: number; resolve: () => void } | undefined

  constructor(clients: readonly RawClient[], crowd: Crowd) {
    this.#crowd = crowd
    this.#lanes = Array.from({ length: LANES }, (_, lane) => this.#send(clients, lane))
  }

  /** Resolves after so many further answers. */
  acked(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting = { count: this.#crowd.counts.acked + more, resolve }
    return promise
  }

  async stop(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#lanes)
  }

  async #send(clients: readonly RawClient[], lane: number): Promise<void> {
    const { posts, rooms, counts, faults } = this.#crowd
    const sender = lane % clients.length
    while (!this.#isOver) {
      const room = rooms[lane % rooms.length]
      const client = clients[sender]
      if (room === undefined || client === undefined) return
      const cid = `m-${posts.length}`
      const post: Post = { room, sender, cid, text: `message ${cid}` }
      posts.push(post)
      try {
        post.answer = await client.request('message.send', { room, cid, text: post.text })
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        faults.push(`${cid} was not answered: ${error.message}`)
        return
      }
      counts.acked++
      if (this.#waiting !== undefined && counts.acked >= this.#waiting.count) this.#waiting.resolve()
    }
  }
}
