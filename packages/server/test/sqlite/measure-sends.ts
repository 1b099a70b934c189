// `node packages/server/test/sqlite/measure-sends.ts [sends] [rooms] [random|timed]`: acked sends a second of the store
// alone, with 200 in flight by 200 users, and the time to the answer. Writes to a new folder under the working directory.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isRefusal, LIMITS } from '@natter/protocol'
import type { RoomId, UserId } from '@natter/protocol'
import { openSqliteStore } from '../../src/adapters/sqlite/sqlite-store.ts'

const IN_FLIGHT = 200
const TEXT = 'x'.repeat(200)

const sends = Number(process.argv[2] ?? 100_000)
const rooms = Number(process.argv[3] ?? 1)
const isTimed = process.argv[4] === 'timed'
const folder = mkdtempSync(join(process.cwd(), '.measure-'))
const log = { debug() {}, info() {}, warn: console.warn, error: console.error }
const store = await openSqliteStore({ folder, limits: LIMITS, log })
const users = Array.from({ length: IN_FLIGHT }, (_, i): UserId => `us_${String(i).padStart(20, '0')}`)
const roomIds = Array.from({ length: rooms }, (_, i): RoomId => `rm_${String(i).padStart(20, '0')}`)
await makePlace()

const waits = new Float64Array(sends)
let begun = 0
const cpuBefore = process.cpuUsage()
const mainBefore = process.threadCpuUsage()
const startedAt = performance.now()
await Promise.all(users.map(sendOn))
const seconds = (performance.now() - startedAt) / 1000
const cpu = process.cpuUsage(cpuBefore)
const main = process.threadCpuUsage(mainBefore)
waits.sort()
const ms = (part: number): string => `${waits[Math.floor(sends * part)]?.toFixed(1)} ms`
console.log(`${Math.round(sends / seconds)} sends/s, p50 ${ms(0.5)}, p99 ${ms(0.99)}, max ${ms(1 - 1 / sends)}`)
console.log(
  `CPU a send: ${((cpu.user + cpu.system) / sends).toFixed(1)} us, of it main thread ${((main.user + main.system) / sends).toFixed(1)} us`,
)
await store.close()
rmSync(folder, { recursive: true })

async function sendOn(actor: UserId, index: number): Promise<void> {
  const room = roomIds[index % rooms] ?? 'rm_none'
  while (begun < sends) {
    const at = begun++
    const start = performance.now()
    const cid = isTimed
      ? `${String(at).padStart(9, '0')}${randomBytes(9).toString('base64url')}`
      : randomBytes(16).toString('base64url')
    const answer = await store.append({ room, actor, at, command: { type: 'message.send', room, cid, text: TEXT } })
    if (isRefusal(answer)) throw new Error(answer.refused.message)
    waits[at] = performance.now() - start
  }
}

async function makePlace(): Promise<void> {
  for (const [index, id] of users.entries()) {
    await store.createAccount({
      id,
      handle: `user${index}`,
      name: id,
      passwordHash: '',
      at: 1,
      signup: 'open',
      invite: undefined,
    })
  }
  const [owner = 'us_none'] = users
  for (const room of roomIds) {
    await store.append({
      room,
      actor: owner,
      at: 1,
      command: { type: 'room.create', cid: room, kind: 'public', name: room },
    })
  }
  await Promise.all(
    users.map((actor, index) => {
      const room = roomIds[index % rooms] ?? 'rm_none'
      return store.append({ room, actor, at: 1, command: { type: 'room.join', room, cid: 'join' } })
    }),
  )
}
