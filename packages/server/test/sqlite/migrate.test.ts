import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { connectWriter } from '../../src/adapters/sqlite/connect.ts'
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/list.ts'
import { newFolder } from './open-in-folder.ts'

test('LOG-62 a database is brought up from every earlier schema to the same tables', async () => {
  const [newest, ...others] = await Promise.all(
    [...MIGRATIONS.keys(), MIGRATIONS.length].map((from) =>
      inFolder((folder) => {
        connectWriter(folder, MIGRATIONS.slice(0, from)).close()
        return schemaIn(folder, MIGRATIONS)
      }),
    ),
  )
  for (const other of others) assert.deepEqual(other, newest)
  assert.equal(newest?.version, MIGRATIONS.length)
  assert(newest.objects.length > 20, 'there must be tables for this to mean anything')
})

test('LOG-62 what earlier schemas held is there afterwards', () =>
  inFolder((folder) => {
    const earlier = connectWriter(folder, MIGRATIONS.slice(0, 1))
    earlier.exec(`insert into user_log values ('us_kim', 1, 'ref1', 5, 'inbox.readMoved', 'rm_den', 3, 2)`)
    earlier.close()
    const now = connectWriter(folder, MIGRATIONS)
    const row = now.prepare('select user, seq, ref, at, type, room, read_seq, read_n, keys, cid from user_log').get()
    now.close()
    const kept = { user: 'us_kim', seq: 1, ref: 'ref1', at: 5, type: 'inbox.readMoved', room: 'rm_den' }
    assert.deepEqual({ ...row }, { ...kept, read_seq: 3, read_n: 2, keys: null, cid: null })
  }))

test('LOG-62 a step that fails halfway leaves the schema before it, and the next start goes on', () =>
  inFolder((folder) => {
    const first = 'create table first (a integer)'
    assert.throws(
      () => connectWriter(folder, [first, 'create table second (a integer); insert into nowhere values (1)']),
      /no such table: nowhere/,
    )
    assert.deepEqual(schemaIn(folder, [first]), { version: 1, objects: ['create table first (a integer)'] })
    assert.equal(schemaIn(folder, [first, 'create table second (a integer)']).version, 2)
  }))

test('LOG-62 a process that is killed within a step leaves the schema before it', () =>
  inFolder(async (folder) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', KILLED_WITHIN, folder], { stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    assert.equal(signal, 'SIGKILL', 'it must have come as far as the second step')
    assert.deepEqual(schemaIn(folder, ['create table first (a integer)']).objects, ['create table first (a integer)'])
  }))

// The user function runs between the statements of the step.
const KILLED_WITHIN = `
  import { DatabaseSync } from 'node:sqlite'
  import { migrate } from ${JSON.stringify(new URL('../../src/adapters/sqlite/migrate.ts', import.meta.url).href)}
  const database = new DatabaseSync(process.argv[1] + '/natter.db')
  database.function('die', () => { process.kill(process.pid, 'SIGKILL'); while (true); })
  migrate(database, ['create table first (a integer)', 'create table second (a integer); select die()'], 0)
`

async function inFolder<T>(run: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = await newFolder()
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What is there once these were run. */
function schemaIn(folder: string, migrations: readonly string[]): { version: number; objects: string[] } {
  connectWriter(folder, migrations).close()
  const database = new DatabaseSync(join(folder, 'natter.db'), { readOnly: true })
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  const objects = database.prepare('select sql from sqlite_schema where sql is not null order by name').all()
  database.close()
  return { version, objects: objects.map(({ sql }) => String(sql).toLowerCase()) }
}
