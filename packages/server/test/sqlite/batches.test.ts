import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { isRefusal } from '@natter/protocol'
import type { UserId } from '@natter/protocol'
import { BATCH_BYTES_MAX, BATCH_ITEMS_MAX } from '../../src/adapters/sqlite/writer.ts'
import type { NewAccount } from '../../src/ports/account-store.ts'
import { House, codeOf, only, upTo } from '../store-contract-house.ts'
import { connectFailing } from './failing-database.ts'
import type { FailingDatabase } from './failing-database.ts'
import { countedRefs, openInline } from './inline-store.ts'
import { newFolder, openInFolder } from './open-in-folder.ts'

test('LOG-58 a write that fails takes no other of its transaction with it', async () => {
  const { store, close } = await openInFolder()
  const house = new House(store)
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  const room = await house.room(ada, [kim])
  // All in one turn, so that they come as one batch; the third breaks a constraint of the table.
  const [first, refused, failed, second, again] = await Promise.allSettled([
    house.post(ada, room, 'first'),
    house.write(kim, 'rm_none', { type: 'message.send', text: 'nowhere' }),
    store.createAccount(sameId(kim)),
    house.post(kim, room, 'second', 'c2'),
    house.post(kim, room, 'second', 'c2'),
  ])
  assert.equal(failed.status === 'rejected' && (failed.reason as { code: string }).code, 'internal')
  assert.equal(codeOf(refused.status === 'fulfilled' ? refused.value : undefined), 'not_found')
  assert(first.status === 'fulfilled' && second.status === 'fulfilled' && again.status === 'fulfilled')
  assert.equal(second.value.seq, first.value.seq + 1)
  assert.deepEqual(again.value, { ...second.value, duplicate: true })
  assert.deepEqual(
    (await house.events(ada, room)).map(({ seq }) => seq),
    upTo(second.value.seq),
  )
  await close()
})

test('LOG-58 requests that come together are one transaction, up to its bound', async () => {
  await withFailing(async ({ house, database }) => {
    const ada = await house.person('ada')
    const room = await house.room(ada)
    const before = database().commits
    await Promise.all(upTo(BATCH_ITEMS_MAX * 2).map((i) => house.post(ada, room, `${i}`)))
    assert.equal(database().commits - before, 2)
    const large = 'x'.repeat(7_900)
    await Promise.all(upTo(100).map(() => house.post(ada, room, large)))
    assert.equal(
      database().commits - before,
      2 + Math.ceil(100 / Math.ceil(BATCH_BYTES_MAX / (large.length + '{"text":""}'.length))),
    )
  })
})

test('LOG-59 a commit that fails rejects all of its writes, leaves nothing of them, and the next ones succeed', async () => {
  await withFailing(async ({ house, database }) => {
    const ada = await house.person('ada')
    const room = await house.room(ada)
    const before = await house.events(ada, room)
    database().failCommit({ errcode: 13, after: false })
    const both = await Promise.allSettled([house.post(ada, room, 'one', 'c1'), house.post(ada, room, 'two', 'c2')])
    for (const outcome of both) {
      assert(outcome.status === 'rejected')
      assert.deepEqual({ ...(outcome.reason as object) }, { name: 'StoreFault', code: 'unavailable' })
      assert.match(String(outcome.reason), /cannot be written: the disk is full/)
    }
    assert.deepEqual(await house.events(ada, room), before)
    const one = await house.post(ada, room, 'one', 'c1')
    assert.deepEqual([one.seq, one.duplicate], [before.length + 1, false])
  })
})

test('LOG-59 after a failed fsync the database is opened anew, and a commit that got through is known by its cid', async () => {
  await withFailing(async ({ house, database, connections }) => {
    const ada = await house.person('ada')
    const room = await house.room(ada)
    const kim = await house.person('kim')
    await house.did(ada, room, { type: 'room.invite', user: kim })
    // The commit is done, but its fsync is said to have failed: nobody knows.
    database().failCommit({ errcode: 1034, after: true })
    await assert.rejects(house.post(ada, room, 'one', 'c1'), { code: 'unavailable' })
    assert.equal(connections.length, 1)
    const one = await house.post(ada, room, 'one', 'c1')
    assert.equal(connections.length, 2)
    assert.equal(one.duplicate, true)
    assert.equal(connections[0]?.isOpen, false)
    assert.equal((await house.post(kim, room, 'two')).seq, one.seq + 1)
  })
})

test('LOG-59 while the database cannot be opened anew every write is rejected and reading goes on', async () => {
  await withFailing(async ({ house, database, connections, refuseConnections }) => {
    const ada = await house.person('ada')
    const room = await house.room(ada)
    await house.post(ada, room, 'before')
    refuseConnections(true)
    database().failCommit({ errcode: 10, after: false })
    for (const i of upTo(3)) await assert.rejects(house.post(ada, room, `${i}`), { code: 'unavailable' })
    assert.equal((await house.history(ada, room)).messages.length, 1)
    refuseConnections(false)
    assert.equal((await house.post(ada, room, 'after')).n, 2)
    assert.equal(connections.length, 2)
  })
})

test('LOG-59 a request that finds the disk full within its transaction harms no other', async () => {
  await withFailing(async ({ house, database }) => {
    const ada = await house.person('ada')
    const room = await house.room(ada)
    database().failInsertOf('FULL')
    const [good, bad] = await Promise.allSettled([house.post(ada, room, 'fits'), house.post(ada, room, 'FULL')])
    assert.equal(good.status, 'fulfilled')
    assert.equal(bad.status === 'rejected' && (bad.reason as { code: string }).code, 'unavailable')
    assert.equal(only((await house.history(ada, room)).messages).text, 'fits')
    const answer = await house.write(ada, room, { type: 'message.send', text: 'fits again' })
    assert(!isRefusal(answer))
  })
})

interface Failing {
  house: House
  /** The connection that writes now. */
  database: () => FailingDatabase
  connections: FailingDatabase[]
  refuseConnections: (isRefusing: boolean) => void
}

async function withFailing(run: (there: Failing) => Promise<void>): Promise<void> {
  const folder = await newFolder()
  const { connect, connections, refuseConnections } = connectFailing()
  const store = openInline({ folder, nextRef: countedRefs(), connect })
  const database = (): FailingDatabase => {
    const last = connections.at(-1)
    assert(last)
    return last
  }
  try {
    await run({ house: new House(store), database, connections, refuseConnections })
  } finally {
    await store.close()
    await rm(folder, { recursive: true })
  }
}

function sameId(id: UserId): NewAccount {
  return { id, handle: 'another', name: 'Another', passwordHash: '', at: 1, signup: 'open', invite: undefined }
}
