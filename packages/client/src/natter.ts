import type { Room } from '@natter/protocol'
import { newCid } from './chance.ts'
import { NatterError } from './errors.ts'
import type { Natter, NatterOptions } from './natter-handle.ts'
import { NatterInside } from './natter-inside.ts'
import { quiet } from './quiet.ts'

/** How long `close` waits for the outbox storage. */
const CLOSE_MS = 2_000

/** Connects to a server. Throws nothing; watch `connection`, or await `ready`. */
export function createNatter(options: NatterOptions): Natter {
  const inside = new NatterInside(options)
  const { environment, commands, rooms, users, requests } = inside
  const { shell, presence } = inside
  const learned = ({ room }: { room: Room }): Room => {
    rooms.setRoom(room)
    return room
  }
  const endWaking = environment.onWake(() => shell.wake())
  shell.handle({ type: 'start' })
  return {
    connection: shell.view,
    self: inside.selfView,
    rooms: rooms.view,
    announcements: inside.announcements.view,
    limits: inside.limitsView,
    ready: inside.ready,
    counters: inside.counters,
    http: inside.http,
    room: (id) => inside.room(id),
    user: (id) => users.view(id),
    presence: (id) => presence.view(id),
    setStatus: (status) => quiet(commands.run('presence.set', { status }).then(() => undefined)),
    setActive: (isActive) => inside.setActive(isActive),
    createRoom: (room) => quiet(commands.run('room.create', { cid: newCid(environment), ...room }).then(learned)),
    openDm: (people) => quiet(commands.run('dm.open', { cid: newCid(environment), users: people }).then(learned)),
    joinRoom: (room) => quiet(commands.run('room.join', { cid: newCid(environment), room }).then(() => undefined)),
    reconnectNow: () => inside.isClosed || shell.handle({ type: 'start' }),
    async close() {
      if (inside.isClosed) return
      if (requests.isLive) requests.send('bye', {}, () => undefined)
      endWaking()
      const { promise, resolve } = Promise.withResolvers<void>()
      const cancelTimer = environment.setTimer(CLOSE_MS, resolve)
      const stored = inside.stop(new NatterError('stopped', 'The client was closed.'))
      await Promise.race([stored, promise])
      cancelTimer()
    },
  }
}
