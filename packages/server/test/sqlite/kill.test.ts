import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import { openSqliteStore } from '../../src/adapters/sqlite/sqlite-store.ts'
import { only, must } from '../store-contract-house.ts'
import { newFolder, silentLog } from './open-in-folder.ts'

const ROUNDS = 3
const ACKED_MIN = 150

test('LOG-57 what was answered is there after kill -9, under the same number, and the log goes on without a hole', async () => {
  const folder = await newFolder()
  const acked = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [cid, seq] of await writeAndKill(folder, round)) acked.set(cid, seq)
    const store = await openSqliteStore({ folder, limits: LIMITS, log: silentLog })
    for (const [cid, seq] of acked) {
      const command = { type: 'message.send', room: 'rm_room', cid, text: `text of ${cid}` } as const
      const again = must(await store.append({ room: 'rm_room', actor: 'us_ada', at: 1, command }))
      assert.deepEqual([only(again.places).seq, only(again.places).duplicate], [seq, true], cid)
    }
    const rows = await store.eventsAfter('rm_room', 0, 100_000)
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      rows.map((_, index) => index + 1),
    )
    assert.equal((await store.heads(['rm_room'])).get('rm_room')?.seq, rows.length)
    await store.close()
  }
  assert(acked.size >= ACKED_MIN * ROUNDS)
  await rm(folder, { recursive: true })
})

/** Lets another process write, and kills it in the middle. Returns what it was answered. */
async function writeAndKill(folder: string, round: number): Promise<Map<string, number>> {
  const acked = new Map<string, number>()
  const args = ['--input-type=module', '-e', WRITER, folder, String(round)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout)) {
    const [cid = '', seq = ''] = line.split(' ')
    acked.set(cid, Number(seq))
    if (acked.size === ACKED_MIN) child.kill('SIGKILL')
  }
  return acked
}

// Fifty writes in flight; a line is written, synchronously, for each answer.
const WRITER = `
  import { writeSync } from 'node:fs'
  import { openSqliteStore } from ${JSON.stringify(new URL('../../src/adapters/sqlite/sqlite-store.ts', import.meta.url).href)}
  import { LIMITS } from ${JSON.stringify(import.meta.resolve('@natter/protocol'))}
  const [folder, round] = process.argv.slice(1)
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const store = await openSqliteStore({ folder, limits: LIMITS, log })
  const room = 'rm_room', actor = 'us_ada'
  await store.createAccount({ id: actor, handle: 'ada', name: 'Ada', passwordHash: '', at: 1, signup: 'open' }).catch(() => {})
  await store.append({ room, actor, at: 1, command: { type: 'room.create', cid: 'make', kind: 'public', name: 'Den' } })
  let i = 0
  async function writeOn() {
    while (true) {
      const cid = 'r' + round + '-' + i++
      const { places } = await store.append({ room, actor, at: 1, command: { type: 'message.send', room, cid, text: 'text of ' + cid } })
      writeSync(1, cid + ' ' + places[0].seq + '\\n')
    }
  }
  await Promise.all(Array.from({ length: 50 }, writeOn))
`
