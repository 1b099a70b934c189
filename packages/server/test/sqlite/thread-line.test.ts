import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import { ThreadLine, WAITING_MAX } from '../../src/adapters/sqlite/thread-line.ts'
import { newFolder, silentLog } from './open-in-folder.ts'

const WRITER = new URL('../../src/adapters/sqlite/writer-thread.ts', import.meta.url)
const MORTAL = new URL('./mortal-thread.ts', import.meta.url)

test('LOG-59 a thread that dies rejects what it had not answered, and the next call finds another', async () => {
  const line = new ThreadLine<string>(MORTAL, {}, silentLog)
  assert.equal(await line.opened, 'open')
  assert.deepEqual(await line.ask('echo', ['hi']), ['hi'])
  const [dying, waiting] = await Promise.allSettled([line.ask('die', []), line.ask('echo', ['ho'])])
  for (const outcome of [dying, waiting]) {
    assert.equal(outcome.status === 'rejected' && (outcome.reason as { code: string }).code, 'internal')
  }
  assert.deepEqual(await line.ask('echo', ['again']), ['again'])
  await line.close()
})

test('LOG-59 a call too many is turned away at once', async () => {
  const folder = await newFolder()
  const line = new ThreadLine(WRITER, { folder, limits: LIMITS }, silentLog)
  const revoke = () => line.ask('revokeSessions', ['us_nobody', {}])
  const waiting = Array.from({ length: WAITING_MAX }, revoke)
  await assert.rejects(revoke(), {
    code: 'unavailable',
    message: `${WAITING_MAX} calls wait for the database already.`,
  })
  await Promise.all(waiting)
  assert.deepEqual(await revoke(), [])
  await line.close()
  await rm(folder, { recursive: true })
})
