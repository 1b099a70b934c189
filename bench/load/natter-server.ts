import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RoomId } from '@natter/protocol'
import { startMeasured } from './process.ts'
import type { Measured } from './process.ts'
import { RawClient } from './raw-client.ts'
import type { Seeded } from './seed.ts'

const CLI = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

/** A fresh data folder that is removed at the end. */
export function dataFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'natter-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The real server on SQLite, without rates and connection caps. */
export function startNatter(folder: string, core: number | undefined): Promise<Measured> {
  // As `npm start` does: without it every start pays for stripping the types, in time and in memory.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url))
  const env = {
    NODE_COMPILE_CACHE: cache,
    NATTER_DATA: folder,
    NATTER_PORT: '0',
    NATTER_LIMITS: 'off',
    NATTER_LOG_LEVEL: 'error',
  }
  return startMeasured([...(process.env['NATTER_BENCH_NODE_ARGS']?.split(' ') ?? []), CLI, 'serve'], { core, env })
}

/** Signs a raw client in, with these rooms at level full. Resolves with the reply to hello. */
export async function signIn(port: number, person: Seeded, rooms: RoomId[]): Promise<RawClient> {
  let greeted: (reply: Buffer) => void = () => {}
  const reply = new Promise<Buffer>((resolve) => {
    greeted = resolve
  })
  const client = await RawClient.open({ port, path: '/v1/ws' }, (frame) => greeted(Buffer.from(frame)))
  const cursors = Object.fromEntries(rooms.map((room) => [room, null]))
  client.sendText(
    JSON.stringify({ id: 1, type: 'hello', version: 1, token: person.token, client: 'bench', rooms: cursors }),
  )
  const text = (await reply).toString()
  if (!text.startsWith('{"re":1,"ok"')) throw new Error(`hello was refused: ${text.slice(0, 300)}`)
  return client
}

/** Runs `task` for each item, `width` at a time. */
export async function inLanes<T, R>(
  items: readonly T[],
  width: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await task(items[index] as T, index)
  }
  await Promise.all(Array.from({ length: width }, lane))
  return results
}
