import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { signUpAll } from './accounts.ts'
import { makeRooms, retryAll, sendUntilKilled } from './crowd.ts'
import type { Crowd } from './crowd.ts'
import { seededRandom } from './random.ts'
import { connectRaw } from './raw-client.ts'
import type { RawClient } from './raw-client.ts'
import { serve } from './server-process.ts'
import { judge } from './verdict.ts'
import { Watcher } from './watcher.ts'
import { WholeLog } from './whole-log.ts'

const ROUNDS = Number(process.env['NATTER_TEST_KILL_ROUNDS'] ?? 20)
const SEED = Number(process.env['NATTER_TEST_SEED'] ?? randomInt(2 ** 32))
const ENV = { NATTER_SIGNUP: 'open', NATTER_LIMITS: 'off', NATTER_LOG_LEVEL: 'warn' }
const SENDERS = ['ada', 'kim', 'tomas', 'noor', 'yuki', 'samir', 'lena', 'obi']
const WATCHERS = ['wim', 'wes', 'wyn']
const ROOMS = 5

test('PR-1 PR-2 PR-3 killed with 200 sends in flight, again and again, a server loses and doubles nothing', async (t) => {
  const random = seededRandom(SEED)
  const dataFolder = await mkdtemp(join(tmpdir(), 'natter-kill-'))
  let server = await serve({ dataFolder, env: ENV })
  t.after(async () => {
    await server.kill()
    await rm(dataFolder, { recursive: true, force: true })
  })
  const people = await signUpAll(server.url, [...SENDERS, ...WATCHERS])
  const connectAll = (): Promise<RawClient[]> =>
    Promise.all(
      people.slice(0, SENDERS.length).map(({ accessToken }) => connectRaw({ url: server.url, token: accessToken })),
    )

  const rooms = await settle(
    await Promise.all(people.map(({ accessToken }) => connectRaw({ url: server.url, token: accessToken }))),
  )
  const watchers = people.slice(SENDERS.length).map(({ accessToken }) => new Watcher(accessToken, rooms))
  const log = new WholeLog(rooms)
  const crowd: Crowd = { rooms, posts: [], faults: [], counts: { acked: 0, retried: 0, stored: 0 } }

  for (let round = 0; round <= ROUNDS; round++) {
    const clients = await connectAll()
    const watching = await Promise.all(watchers.map((watcher) => watcher.connect(server.url)))
    await retryAll(clients, log, crowd)
    await Promise.all(watchers.flatMap((watcher) => rooms.map((room) => watcher.reached(room, log.head(room)))))
    if (round === ROUNDS) {
      await Promise.all([...clients, ...watching].map((client) => client.close()))
      break
    }
    await sendUntilKilled(server, clients, crowd, random)
    await Promise.all([...clients, ...watching].map(({ closed }) => closed))
    server = await serve({ dataFolder, port: server.port, env: ENV })
  }
  assert.equal(await server.stop(), 0)

  const { lost, doubled, gaps, faults } = judge(crowd.posts, log)
  const resets = watchers.reduce((sum, watcher) => sum + watcher.resets, 0)
  const { acked, retried, stored } = crowd.counts
  console.log(
    `kill -9, ${ROUNDS} rounds, seed ${SEED}: ${crowd.posts.length} sent, ${acked} acked before the kill, ` +
      `${retried} retried (${stored} of them were stored), ${lost} lost, ${doubled} doubled, ${gaps} gaps, ${resets} resets`,
  )
  const all = [...crowd.faults, ...faults, ...watchers.flatMap((watcher) => watcher.faults)]
  assert.deepEqual(all.slice(0, 10), [], `again with NATTER_TEST_SEED=${SEED}`)
  assert.deepEqual({ lost, doubled, gaps, resets }, { lost: 0, doubled: 0, gaps: 0, resets: 0 })
  assert(acked >= ROUNDS, 'some must have been acked before each kill')
  assert(retried >= ROUNDS, 'some must have been in flight at each kill')
})

async function settle(clients: RawClient[]): ReturnType<typeof makeRooms> {
  const rooms = await makeRooms(clients, ROOMS)
  await Promise.all(clients.map((client) => client.close()))
  return rooms
}
