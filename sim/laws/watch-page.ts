import type { RoomId } from '@natter/protocol'
import type { Device, Page } from '../world/device.ts'
import type { World } from '../world/world.ts'

/** Looks at everything that a page shows, each time it changes. */
export function watchPage(world: World, device: Device, page: Page): void {
  const watched = new Set<RoomId>()
  const { natter } = page
  natter.rooms.subscribe((rooms) => {
    const ids = new Set(rooms.map(({ id }) => id))
    if (ids.size !== rooms.length) world.blame(`${device.name} shows a room twice`)
    for (const id of ids) {
      if (watched.has(id)) continue
      watched.add(id)
      natter.room(id).timeline.subscribe(() => look(world, device, page, id))
    }
  })
  natter.connection.subscribe((connection) => {
    if (connection.state === 'stopped' && page.isAlive)
      world.blame(`${device.name} stopped for good: ${connection.why}`)
  })
  for (const { id } of world.users) natter.presence(id).subscribe(() => undefined)
}

/** Messages by rising seq, without a hole among them, and no row twice. */
function look(world: World, device: Device, page: Page, room: RoomId): void {
  if (!page.isAlive) return
  const { items, status } = page.natter.room(room).timeline.value
  const keys = new Set<string>()
  let last: { seq: number; n: number } | undefined
  for (const item of items) {
    if (keys.has(item.key)) world.blame(`${device.name} shows the row ${item.key} of ${room} twice`)
    keys.add(item.key)
    if (item.kind !== 'message') continue
    const { seq, n, by } = item.message
    if (last !== undefined && seq <= last.seq) world.blame(`${device.name} shows ${seq} of ${room} after ${last.seq}`)
    // One's own acknowledged messages may stand there before those of others that came in between. What is shown of a
    // closed room may be old.
    const isAhead = status === 'live' && last !== undefined && n !== last.n + 1
    if (isAhead && by !== device.user.id)
      world.blame(`${device.name} shows message ${n} of ${room} after message ${last?.n}`)
    last = { seq, n: isAhead ? -Infinity : n }
  }
}
