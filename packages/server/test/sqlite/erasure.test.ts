import assert from 'node:assert/strict'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { UserId } from '@natter/protocol'
import { House, upTo } from '../store-contract-house.ts'
import { countedRefs, openInline } from './inline-store.ts'
import { newFolder } from './open-in-folder.ts'

const FIRST = 'the first version of a text that nobody else would write'
const SECOND = 'the second version, which is as unlikely'

test('LOG-64 each version of a text stands once in the database files, and once it is deleted not at all', async () => {
  const folder = await newFolder()
  let house = new House(openInline({ folder, nextRef: countedRefs() }))
  const [ada, kim] = (await house.people('ada', 'kim')) as [UserId, UserId]
  const room = await house.room(ada, [kim])
  // Enough around it that pages are split and joined.
  const talk = async (): Promise<unknown> =>
    Promise.all(upTo(200).map((i) => house.post(ada, room, `talk ${i} ${'.'.repeat(i)}`)))
  await talk()
  const { seq } = await house.post(kim, room, FIRST)
  await talk()
  await house.did(kim, room, { type: 'message.edit', seq, text: SECOND })
  await house.did(ada, room, { type: 'reaction.add', seq, emoji: ':unheardof:' })
  const reopen = async (): Promise<void> => {
    await house.store.close()
    house = new House(openInline({ folder, nextRef: countedRefs() }))
  }
  const standing = async (): Promise<number[]> => {
    await reopen()
    return Promise.all([FIRST, SECOND].map((text) => countIn(folder, text)))
  }
  assert.deepEqual(await standing(), [1, 1])
  await talk()
  assert.deepEqual(await standing(), [1, 1])
  await house.did(kim, room, { type: 'message.delete', seq })
  assert.deepEqual(await standing(), [0, 0])
  assert.equal(await countIn(folder, ':unheardof:'), 0)
  assert.equal((await house.history(ada, room, { around: seq, limit: 1 })).messages[0]?.text, '')
  await house.store.close()
  const database = new DatabaseSync(join(folder, 'natter.db'), { readOnly: true })
  assert.deepEqual(database.prepare('select * from changed_messages').all(), [])
  database.close()
  await rm(folder, { recursive: true })
})

/** How often bytes occur in all files of the folder. */
async function countIn(folder: string, text: string): Promise<number> {
  let count = 0
  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file))
    for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) count++
  }
  return count
}
