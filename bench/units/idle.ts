import { dataFolder, inLanes, signIn, startNatter } from '../load/natter-server.ts'
import { pinSelf, residentBytes, stopMeasured } from '../load/process.ts'
import { seed, seedPeople, seedRoom } from '../load/seed.ts'
import { table } from '../load/table.ts'
import type { UnitResult } from './unit.ts'

const SETTLE_MS = 5_000

/** B06: what an idle signed-in connection in five rooms costs in resident memory: the slope between two crowds. */
export async function idle(options: { connections: number }): Promise<UnitResult> {
  pinSelf(1)
  const { folder, remove } = dataFolder()
  const people = await seed(folder, async (store) => {
    const seeded = await seedPeople(store, options.connections)
    for (let at = 0; at < seeded.length; at += 50) {
      const members = seeded.slice(at, at + 50)
      for (let room = 0; room < 5; room++) await seedRoom(store, `idle-${at}-${room}`, members)
    }
    return seeded
  })
  const server = await startNatter(folder, 0)
  const atStart = residentBytes(server.pid)
  const half = Math.floor(people.length / 2)
  const clients = await inLanes(people.slice(0, half), 16, (person) => signIn(server.port, person, []))
  await settle()
  const atHalf = residentBytes(server.pid)
  const startedAt = performance.now()
  clients.push(...(await inLanes(people.slice(half), 16, (person) => signIn(server.port, person, []))))
  const seconds = (performance.now() - startedAt) / 1_000
  await settle()
  const atFull = residentBytes(server.pid)
  for (const client of clients) client.close()
  await stopMeasured(server)
  remove()
  const rows = [
    {
      connections: people.length,
      'RSS empty MiB': atStart / 2 ** 20,
      'RSS full MiB': atFull / 2 ** 20,
      'KiB/connection (second half)': (atFull - atHalf) / 1_024 / (people.length - half),
      'hellos/s': Math.round((people.length - half) / seconds),
    },
  ]
  return {
    title: 'B06 idle: signed-in connections in five rooms, no forced collection',
    rows,
    faults: 0,
    text: table(rows),
  }
}

/** Lets the collector run on its own; memory has no event to wait for. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
}
