import { PROTOCOL_VERSION } from '@natter/protocol'
import type { BOUNDS, HelloReply, PresenceStatus, Room, RoomId, User } from '@natter/protocol'
import { createAnnouncements } from './announcements.ts'
import { createBatcher } from './batcher.ts'
import { newCid } from './chance.ts'
import { createCommands } from './commands.ts'
import { createConnection } from './connection.ts'
import type { Counters } from './counters.ts'
import { defaultEnvironment } from './environment.ts'
import { NatterError } from './errors.ts'
import { receive } from './events.ts'
import type { Hearers } from './events.ts'
import { USUAL_LIMITS } from './known-limits.ts'
import { createMarks } from './marks.ts'
import type { Natter, NatterOptions } from './natter-handle.ts'
import { memoryStorage } from './outbox-storage.ts'
import { createOutbox } from './outbox.ts'
import { createPresence } from './presence.ts'
import { quiet, quieted } from './quiet.ts'
import { createRepair } from './repair.ts'
import { createRequests } from './requests.ts'
import { createRooms } from './rooms.ts'
import { tokenSource } from './token.ts'
import { toCleanJson } from './sendable.ts'
import { withFallback } from './with-fallback.ts'
import { withTimers } from './with-timers.ts'
import { createUserLog } from './user-log.ts'
import type { Settings } from './user-log.ts'
import { createUsers } from './users.ts'
import { createCell, kept } from './view.ts'

/** How long `close` waits for the outbox storage. */
const CLOSE_MS = 2_000
const HELLO_ROOMS_MAX: (typeof BOUNDS)['helloRooms'] = 20

/** Connects to a server. Throws nothing; watch `connection`, or await `ready`. */
export function createNatter({ url, token, client, device, storage, ...options }: NatterOptions): Natter {
  const { environment, clearTimers } = withTimers(options.environment ?? withFallback(defaultEnvironment()))
  const origin = url.replace(/\/+$/, '')
  const requests = createRequests(environment)
  const commands = createCommands(environment, requests)
  const counters: Counters = {
    malformed: 0,
    resets: 0,
    gapsHealed: 0,
    connections: 0,
    storageFailures: 0,
  }
  const selfView = createCell<User | undefined>(undefined)
  const limitsView = createCell(USUAL_LIMITS)
  const settings = createCell<Settings>({})
  const users = createUsers(environment, requests)
  const repair = createRepair(environment, requests, counters, (log) =>
    log === 'user' ? userLog : rooms.find(log)?.log,
  )
  const announcements = createAnnouncements(environment, serverNow)
  const tokens = tokenSource(origin, token, environment)
  const ready = Promise.withResolvers<void>()
  const lookUp = createBatcher<RoomId>(environment, (ids, done) =>
    requests.send('rooms', { rooms: ids }, ({ ok, error }) => {
      ok?.rooms.forEach(learn)
      done(error)
    }),
  )
  let epoch: string | undefined
  let isActive = true
  let chosen: PresenceStatus = 'active'
  let isClosed = false
  /** What the server's clock is ahead of ours. */
  let aheadMs = 0
  const inside = {
    environment,
    requests,
    counters,
    repair,
    users,
    announcements,
    selfView,
    settings,
    run: commands.run,
    lookUp,
    get self() {
      return selfView.value
    },
    get selfId() {
      return selfView.value?.id
    },
    get limits() {
      return limitsView.value
    },
  } as Hearers
  // In this order: each takes what it needs from those before it.
  const marks = createMarks(inside)
  const presence = createPresence(inside)
  const userLog = createUserLog(inside)
  const outbox = createOutbox(inside, storage ?? memoryStorage())
  const rooms = createRooms(inside)
  Object.assign(inside, { marks, presence, userLog, outbox, rooms })

  const connection = createConnection({
    environment,
    url: origin,
    token: tokens.ask,
    hello: () => ({
      version: PROTOCOL_VERSION,
      device,
      client,
      user: userLog.reader.cursor ?? null,
      rooms: roomsOnScreen(),
    }),
    live: connected,
    down() {
      requests.disconnected()
      repair.disconnected()
      for (const room of rooms.all()) room.disconnected()
    },
    received: (frame) => receive(inside, frame),
    malformed: () => counters.malformed++,
    renew: () => void renew(),
  })
  connection.view.subscribe((now) => {
    if (now.state !== 'stopped') return
    const error = new NatterError(now.action === 'signIn' ? 'unauthorized' : 'stopped', now.why)
    ready.reject(error)
    commands.stop(error, false)
  })

  function connected(hello: HelloReply): void {
    const { self, limits, nowAt } = hello
    counters.connections++
    aheadMs = nowAt - environment.now()
    limitsView.set(kept(limitsView.value, { ...USUAL_LIMITS, ...limits }))
    requests.connected(connection.transmit, limitsView.value.frameBytes)
    commands.connected()
    // Another store, or somebody else: what is known of any log says nothing about these.
    if ((epoch ?? hello.epoch) !== hello.epoch || (inside.selfId ?? self.id) !== self.id) {
      userLog.reader.forget()
      rooms.forget()
      settings.set({})
      // Of use is only a fresh start: rooms are opened anew.
      hello.rooms = {}
    }
    epoch = hello.epoch
    selfView.set(kept(inside.self, self))
    announcements.set(hello.announcements)
    rooms.digest(hello.digest, userLog.takeRepair(hello.user))
    for (const room of rooms.all()) room.connected(hello.rooms[room.id])
    for (const part of [users, presence, marks]) part.connected()
    users.learn(self)
    if (!isActive) requests.send('activity', { state: 'idle' })
    // The server forgets it with the last connection.
    if (chosen !== 'active') requests.send('presence.set', { status: chosen })
    ready.resolve()
  }

  /** Where that fails nothing is lost yet: the connection lasts until the token ends, and is then told to sign in again. */
  async function renew(): Promise<void> {
    let expiresInMs: number | undefined
    try {
      const fresh = await tokens.ask('renew')
      if (fresh === undefined) return
      const { expiresAt } = await commands.run('session.renew', { token: fresh })
      expiresInMs = expiresAt - serverNow()
    } catch {
      // Told by the undefined time.
    }
    connection.handle({ type: 'renewed', expiresInMs })
  }

  function learn(room: Room): void {
    rooms.of(room.id).setRoom(room)
  }

  function roomsOnScreen(): object {
    const open = [...rooms.all()].filter(({ follow }) => follow.isWanted)
    return Object.fromEntries(open.slice(-HELLO_ROOMS_MAX).map(({ id, log }) => [id, log.reader.cursor ?? null]))
  }

  function serverNow(): number {
    return environment.now() + aheadMs
  }

  const cid = (): string => newCid(environment)
  const roomOf = async (written: Promise<{ room: Room }>): Promise<Room> => {
    const { room } = await written
    learn(room)
    return room
  }
  const endWaking = environment.onWake(connection.wake)
  connection.handle({ type: 'start' })
  return quiet<Natter>({
    connection: connection.view,
    self: selfView,
    rooms: rooms.view,
    announcements: announcements.view,
    limits: limitsView,
    settings,
    ready: quieted(ready.promise),
    counters,
    http: tokens.http,
    room: rooms.of,
    user: users.view,
    presence: presence.view,
    async setStatus(status) {
      chosen = status
      await commands.run('presence.set', { status })
    },
    setActive(active) {
      if (active === isActive) return
      isActive = active
      requests.send('activity', { state: active ? 'active' : 'idle' })
    },
    async setSettings(change) {
      // As it is understood on the way.
      const set = JSON.parse(toCleanJson(change)) as Settings
      const row = await commands.run('settings.set', { cid: cid(), settings: set })
      // The answer may come before the event, and says the same.
      if (!row.duplicate) userLog.reader.take({ ...row, type: 'inbox.settingsChanged', settings: set })
    },
    createRoom: (room) => roomOf(commands.run('room.create', { cid: cid(), ...room })),
    openDm: (people) => roomOf(commands.run('dm.open', { cid: cid(), users: people })),
    joinRoom: async (room) => void (await commands.run('room.join', { cid: cid(), room })),
    reconnectNow: () => isClosed || connection.handle({ type: 'start' }),
    async close() {
      isClosed = true
      endWaking()
      requests.send('bye', {})
      connection.handle({ type: 'close' })
      const error = new NatterError('stopped', 'This was closed.')
      commands.stop(error, true)
      for (const room of rooms.all()) room.stop(error)
      clearTimers()
      await new Promise<unknown>((resolve) => {
        environment.setTimer(CLOSE_MS, () => resolve(undefined))
        void outbox.stop(error).then(resolve)
      })
      clearTimers()
    },
  })
}
