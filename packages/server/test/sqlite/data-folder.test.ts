import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { LIMITS } from '@natter/protocol'
import { openSqliteStore } from '../../src/adapters/sqlite/sqlite-store.ts'
import { MIGRATIONS } from '../../src/adapters/sqlite/migrations/list.ts'
import type { Store } from '../../src/ports/store.ts'
import { newFolder, silentLog } from './open-in-folder.ts'

test('LOG-60 a folder that a server of this process has is refused, until that one is closed', () =>
  inFolder(async (folder) => {
    const first = await open(folder)
    await assert.rejects(open(folder), { code: 'unavailable', message: inUse(folder) })
    assert.equal(await first.isEmpty(), true, 'the first goes on')
    const { stderr } = await lockFromOutside(folder)
    assert.match(stderr, /is in use by another Natter server/, 'the attempt must not have let go of the lock')
    await first.close()
    const second = await open(folder)
    await second.close()
  }))

test('LOG-60 a folder that another process has is refused, until that one is dead', () =>
  inFolder(async (folder) => {
    const other = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(other.stdout, 'data')
    await assert.rejects(open(folder), { message: inUse(folder) })
    other.kill('SIGKILL')
    await once(other, 'exit')
    const store = await open(folder)
    await store.close()
  }))

test('LOG-61 a folder that cannot be made or written says so in one sentence', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    for (const [bad, reason] of [
      [file, 'it is a file'],
      [join(file, 'deeper'), 'a part of its path is a file'],
    ] as const) {
      await assert.rejects(open(bad), {
        code: 'unavailable',
        message: `The data folder ${bad} cannot be written: ${reason}.`,
      })
    }
    const odd = join(folder, 'odd')
    await mkdir(join(odd, 'natter.db'), { recursive: true })
    await assert.rejects(open(odd), {
      message: `The database in ${odd} cannot be opened: a file of it is missing or may not be read.`,
    })
  }))

test('LOG-61 a file that is no database, or none of ours, says so in one sentence and is left as it is', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'natter.db')
    await writeFile(file, 'Dear diary, today I learned that this is not a database at all. '.repeat(100))
    await leftAsItIs(file, () =>
      assert.rejects(open(folder), {
        code: 'unavailable',
        message: `The database in ${folder} cannot be opened: it is not a database.`,
      }),
    )
    await rm(file)
    const other = new DatabaseSync(file)
    other.exec('create table recipes (name text)')
    other.close()
    await leftAsItIs(file, () =>
      assert.rejects(open(folder), {
        message: `${file} is a database, but none of Natter's. Choose another data folder.`,
      }),
    )
  }))

test('LOG-61 a database of a newer version says so in one sentence and is left as it is', () =>
  inFolder(async (folder) => {
    const store = await open(folder)
    await store.close()
    const file = join(folder, 'natter.db')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 4711')
    database.close()
    const message = `The database ${file} has schema 4711, but this Natter knows schemas up to ${MIGRATIONS.length}. Run the newer Natter, or restore a backup from before the update.`
    await leftAsItIs(file, () => assert.rejects(open(folder), { code: 'unavailable', message }))
  }))

test('LOG-66 the folder and its files can be read by their owner alone', { skip: process.platform === 'win32' }, () =>
  inFolder(async (outer) => {
    const folder = join(outer, 'new')
    const store = await open(folder)
    const files = await readdir(folder)
    const paths = [folder, ...files.map((file) => join(folder, file))]
    const modes = await Promise.all(paths.map(async (path) => (await stat(path)).mode & 0o077))
    await store.close()
    assert.deepEqual(files.toSorted(), ['natter.db', 'natter.db-shm', 'natter.db-wal', 'natter.lock'])
    assert.deepEqual(
      modes,
      paths.map(() => 0),
    )
  }),
)

const TAKE = `import { takeDataFolder } from ${JSON.stringify(new URL('../../src/adapters/sqlite/data-folder.ts', import.meta.url).href)}`

// Holds the folder, says so, and stays.
const HOLDER = `
  ${TAKE}
  globalThis.lock = takeDataFolder(process.argv[1])
  process.stdout.write('held')
  process.stdin.resume()
  setInterval(() => {}, 1_000)
`

/** Another process tries. */
function lockFromOutside(folder: string): Promise<{ stderr: string }> {
  const { promise, resolve } = Promise.withResolvers<{ stderr: string }>()
  const script = `${TAKE}; takeDataFolder(process.argv[1])`
  execFile(process.execPath, ['--input-type=module', '-e', script, folder], (_error, _stdout, stderr) =>
    resolve({ stderr }),
  )
  return promise
}

function open(folder: string): Promise<Store> {
  return openSqliteStore({ folder, limits: LIMITS, log: silentLog })
}

function inUse(folder: string): string {
  return `The data folder ${folder} is in use by another Natter server.`
}

async function leftAsItIs(file: string, run: () => Promise<void>): Promise<void> {
  const before = await readFile(file)
  await run()
  assert.deepEqual(await readFile(file), before)
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await newFolder()
  try {
    await run(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
