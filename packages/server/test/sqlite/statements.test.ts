import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { test } from 'node:test'
import { connectWriter } from '../../src/adapters/sqlite/connect.ts'
import { STATEMENTS } from '../../src/adapters/sqlite/sql.ts'
import { takeDataFolder } from '../../src/adapters/sqlite/data-folder.ts'
import '../../src/adapters/sqlite/reader.ts'
import '../../src/adapters/sqlite/writer.ts'
import { newFolder } from './open-in-folder.ts'

/** Read whole on purpose: few rows by their nature, or no further than the first. */
const SCANS_ALLOWED = [/from place$/, /from announcements/, /from users limit 1$/, /from users where role = 'owner'/]

test('LOG-63 no statement reads a whole table or sorts what an index could', async () => {
  const folder = await newFolder()
  const lock = takeDataFolder(folder)
  const database = connectWriter(folder)
  const plans = STATEMENTS.filter((text) => /^\s*(select|insert|update|delete)/.test(text)).map((text) => ({
    text,
    plan: database
      .prepare(`explain query plan ${text}`)
      .all()
      .map(({ detail }) => String(detail)),
  }))
  const scanning = plans.filter(({ plan }) => plan.some((step) => /^SCAN (?!CONSTANT)/.test(step)))
  assert.deepEqual(
    scanning.filter(({ text }) => !SCANS_ALLOWED.some((allowed) => allowed.test(text))),
    [],
  )
  const searching = plans.filter(({ plan }) => plan.some((step) => step.startsWith('SEARCH')))
  assert(searching.length > 40, `only ${searching.length} of ${plans.length} plans were looked at`)
  const sorting = plans.filter(({ plan }) => plan.some((step) => step.includes('TEMP B-TREE')))
  // Those of one user: their rooms by recency, their sessions by time.
  for (const { text } of sorting) assert.match(text, /where (m\.|s\.)?user = \?|from announcements/, text)
  const scan = database.prepare("explain query plan select * from log where actor = 'us_kim'").all()
  assert.match(String(scan[0]?.['detail']), /^SCAN/, 'a plan that scans must be seen as one')
  database.close()
  lock.close()
  await rm(folder, { recursive: true })
})
