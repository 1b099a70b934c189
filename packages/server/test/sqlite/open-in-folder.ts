import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIMITS } from '@natter/protocol'
import { openSqliteStore } from '../../src/adapters/sqlite/sqlite-store.ts'
import type { Log } from '../../src/ports/log.ts'
import type { OpenedStore } from '../store-contract-house.ts'

/** For tests that make faults on purpose. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Where Linux keeps files in memory: these tests are about what is written, those about the disk choose their own place. */
const MEMORY = '/dev/shm'

export function newFolder(): Promise<string> {
  return mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'natter-store-'))
}

/** A SQLite store in a folder of its own, which goes with it. */
export async function openInFolder(): Promise<OpenedStore> {
  const folder = await newFolder()
  let store = await openSqliteStore({ folder, limits: LIMITS, log: silentLog })
  return {
    store,
    reopen: async () => {
      await store.close()
      store = await openSqliteStore({ folder, limits: LIMITS, log: silentLog })
      return store
    },
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
