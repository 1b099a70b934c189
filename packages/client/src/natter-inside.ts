import { BOUNDS, LIMITS } from '@natter/protocol'
import type { EphemeralEvent, HelloReply, Limits, RoomId, User } from '@natter/protocol'
import { Announcements } from './announcements.ts'
import { Batcher } from './batcher.ts'
import { Commands } from './commands.ts'
import { ConnectionShell } from './connection.ts'
import { noCounts } from './counters.ts'
import { defaultEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import { readDurable, readEphemeral, readInbox } from './event-shapes.ts'
import type { Frame, RawEvent } from './frame.ts'
import type { NatterHttp } from './http-types.ts'
import type { Inside } from './inside.ts'
import { Marks } from './marks.ts'
import type { NatterOptions } from './natter-handle.ts'
import { memoryStorage } from './outbox-storage.ts'
import { Outbox } from './outbox.ts'
import { Presence } from './presence.ts'
import { quiet } from './quiet.ts'
import { Repair } from './repair.ts'
import { Requests } from './requests.ts'
import { RoomInside } from './room-inside.ts'
import { Rooms } from './rooms.ts'
import { amount, isAnnouncement, isRecord } from './shapes.ts'
import { tokenSource } from './token.ts'
import type { TokenSource } from './token.ts'
import { UserLog } from './user-log.ts'
import { Users } from './users.ts'
import { Cell, kept } from './view.ts'

/** Rooms that were open and are not any more whose timelines are kept, so that coming back is instant. */
const CLOSED_TIMELINES_MAX = 20

/** One client from the inside: hands what comes in to the part it belongs to, and tells all parts of connections. */
export class NatterInside implements Inside {
  readonly environment: Environment
  readonly requests: Requests
  readonly commands: Commands
  readonly repair: Repair
  readonly rooms: Rooms
  readonly roomInfos: Batcher<RoomId>
  readonly outbox: Outbox
  readonly marks: Marks
  readonly users: Users
  readonly presence: Presence
  readonly announcements: Announcements
  readonly shell: ConnectionShell
  readonly http: NatterHttp
  readonly counters = noCounts()
  readonly selfView = new Cell<User | undefined>(undefined)
  readonly limitsView = new Cell<Limits>(LIMITS)
  readonly ready: Promise<void>
  isClosed = false
  readonly #ready = Promise.withResolvers<void>()
  readonly #handles = new Map<RoomId, RoomInside>()
  readonly #lately = new Set<RoomInside>()
  readonly #userLog: UserLog
  readonly #tokens: TokenSource
  #epoch: string | undefined
  #isActive = true
  /** What the server's clock is ahead of ours. */
  #aheadMs = 0

  constructor({
    url,
    token,
    client,
    device,
    storage = memoryStorage(),
    environment = defaultEnvironment(),
  }: NatterOptions) {
    const origin = url.replace(/\/+$/, '')
    const self = (): User | undefined => this.selfView.value
    const selfId = (): User['id'] | undefined => self()?.id
    const requests = new Requests(environment)
    this.environment = environment
    this.requests = requests
    this.commands = new Commands(environment, requests)
    this.#tokens = tokenSource(origin, token, environment)
    this.http = this.#tokens.http
    this.outbox = new Outbox({
      ...{ environment, requests, storage, self: selfId },
      limits: () => this.limits(),
      changed: (room) => this.rooms.touch(room) ?? this.#handles.get(room)?.changed(),
      acknowledged: (room, message) => this.room(room).acknowledged(message),
      storageFailed: () => this.counters.storageFailures++,
    })
    this.rooms = new Rooms({
      self,
      isOpened: (room) => this.#handles.get(room)?.follow.isWanted === true,
      failedSends: (room) => this.outbox.failed(room),
      changed: (room) => this.#handles.get(room)?.changed(),
    })
    this.roomInfos = new Batcher({
      ...{ environment, batchMax: BOUNDS.roomsPage, isLive: () => requests.isLive },
      fetch: (rooms, done) =>
        requests.send('rooms', { rooms }, (answer) => {
          if ('ok' in answer) for (const room of answer.ok.rooms) this.rooms.setRoom(room)
          done('error' in answer ? answer.error : undefined)
        }),
    })
    this.marks = new Marks({ environment, requests, commands: this.commands, rooms: this.rooms })
    this.users = new Users(environment, requests)
    this.presence = new Presence(environment, requests)
    this.announcements = new Announcements(environment, () => this.#serverNow())
    this.repair = new Repair(environment, requests, (log) =>
      log === 'user' ? this.#userLog : this.#handles.get(log)?.log,
    )
    this.#userLog = new UserLog({
      rooms: this.rooms,
      roomAdded: (room, member) => this.#handles.get(room)?.welcome(member),
      roomThere: (room, member) => this.#handles.get(room)?.there(member),
      roomRemoved: (room) =>
        this.#handles.get(room)?.refuse(new NatterError('not_member', 'You are not in this room any more.')),
      gap: () => this.#userGap(),
    })
    this.shell = new ConnectionShell({
      environment,
      url: origin,
      token: (why) => this.#tokens.ask(why),
      hello: () => ({ device, client, user: this.#userLog.cursor ?? null, rooms: this.#roomsOnScreen() }),
      live: (hello) => this.#connected(hello),
      down: () => this.#disconnected(),
      received: (frame) => this.#received(frame),
      malformed: () => this.counters.malformed++,
      renew: () => void this.#renew(),
    })
    this.ready = quiet(this.#ready.promise)
    this.shell.view.subscribe(
      (connection) => connection.state === 'stopped' && this.#stopped(connection.why, connection.action),
    )
  }

  self(): User | undefined {
    return this.selfView.value
  }

  limits(): Limits {
    return this.limitsView.value
  }

  room(id: RoomId): RoomInside {
    let room = this.#handles.get(id)
    if (room === undefined) {
      room = new RoomInside(id, this, (closed) => this.#closed(closed))
      this.#handles.set(id, room)
    }
    return room
  }

  setActive(isActive: boolean): void {
    if (isActive === this.#isActive) return
    this.#isActive = isActive
    this.#tellActivity()
  }

  /** For good. Resolves when the outbox is stored. */
  stop(error: NatterError): Promise<void> {
    this.isClosed = true
    this.shell.handle({ type: 'close' })
    this.commands.stop(error)
    this.marks.stop()
    this.users.stop()
    this.roomInfos.stop()
    this.presence.stop()
    this.announcements.stop()
    for (const room of this.#handles.values()) room.refuse(error)
    return this.outbox.stop(error)
  }

  #connected(hello: HelloReply): void {
    const { self } = hello
    const before = this.self()?.id
    this.counters.connections++
    this.#aheadMs = hello.nowAt - this.environment.now()
    this.limitsView.set(kept(this.limitsView.value, readLimits(hello.limits)))
    this.requests.connected((json) => this.shell.transmit(json), this.limits().frameBytes)
    // Another store, or somebody else: what is known of any log says nothing about these.
    const isOther = (this.#epoch ?? hello.epoch) !== hello.epoch || (before ?? self.id) !== self.id
    if (isOther) this.#forget()
    this.#epoch = hello.epoch
    this.selfView.set(kept(this.self(), self))
    this.users.connected()
    this.users.learn(self)
    this.announcements.restart(hello.announcements.filter(isAnnouncement))
    if (hello.user.mode === 'delta' && this.#userLog.cursor === undefined) this.repair.behindIn(['user'])
    else this.#userLog.takeCatchUp(hello.user)
    for (const room of this.rooms.digest(hello.digest)) this.roomInfos.want(room)
    for (const room of this.#handles.values()) room.connected(partOf(hello.rooms, room.id, isOther))
    for (const part of [this.roomInfos, this.presence, this.marks, this.outbox, this.commands]) part.connected()
    if (!this.#isActive) this.#tellActivity()
    this.#ready.resolve()
  }

  #disconnected(): void {
    this.requests.disconnected()
    this.repair.disconnected()
    this.outbox.disconnected()
    for (const room of this.#handles.values()) room.disconnected()
  }

  #stopped(why: string, action: string): void {
    const error = new NatterError(action === 'signIn' ? 'unauthorized' : 'stopped', why)
    this.#ready.reject(error)
    this.commands.giveUp(error)
  }

  #received(frame: Frame): void {
    switch (frame.kind) {
      case 'reply':
      case 'refusal':
        return this.requests.received(frame)
      case 'lag':
        return this.repair.behindIn(['user', ...frame.rooms.filter((id) => this.#handles.get(id)?.follow.isFull)])
      case 'event':
        return this.#event(frame.event)
      default:
        this.counters.unknown++
    }
  }

  #event(raw: RawEvent): void {
    const ephemeral = readEphemeral(raw)
    if (ephemeral === 'malformed') return void this.counters.malformed++
    if (ephemeral !== undefined) return this.#heard(ephemeral)
    if (raw.type.startsWith('inbox.')) {
      const event = readInbox(raw)
      return event === undefined ? void this.counters.malformed++ : this.#userLog.take(event)
    }
    const event = readDurable(raw)
    if (event === undefined) return void this.counters.unknown++
    this.#handles.get(event.room)?.log.take(event)
  }

  #heard(event: EphemeralEvent): void {
    switch (event.type) {
      case 'typing':
      case 'receipts.moved':
        return this.#handles.get(event.room)?.heard(event)
      case 'room.moved':
        this.rooms.moved(event)
        return this.#handles.get(event.room)?.heardOf(event.seq)
      case 'presence.changed':
        return this.presence.heard(event.presence)
      case 'user.changed':
        if (event.user.id === this.self()?.id) this.selfView.set(event.user)
        return this.users.refresh(event.user)
      case 'announcement':
        return this.announcements.heard(event.announcement)
    }
  }

  async #renew(): Promise<void> {
    try {
      const token = await this.#tokens.ask('renew')
      if (token === undefined) return
      const { expiresAt } = await this.commands.run('session.renew', { token })
      this.shell.handle({ type: 'renewed', expiresInMs: expiresAt - this.#serverNow() })
    } catch {
      // Not lost yet: the connection lasts until the token ends, and is then told to sign in again.
      this.shell.handle({ type: 'notRenewed' })
    }
  }

  #roomsOnScreen(): Record<string, unknown> {
    const open = [...this.#handles.values()].filter(({ follow }) => follow.isWanted && !follow.isRefused)
    return Object.fromEntries(open.slice(-BOUNDS.helloRooms).map(({ id, log }) => [id, log.cursor ?? null]))
  }

  #closed(room: RoomInside): void {
    this.#lately.delete(room)
    this.#lately.add(room)
    for (const each of this.#lately) {
      if (each.follow.isWanted) this.#lately.delete(each)
      else if (this.#lately.size > CLOSED_TIMELINES_MAX) {
        this.#lately.delete(each)
        each.forget()
      }
    }
  }

  #forget(): void {
    this.#userLog.forget()
    this.rooms.forget()
    for (const room of this.#handles.values()) room.forget()
  }

  #userGap(): void {
    this.counters.gaps++
    this.repair.gapIn('user')
  }

  #tellActivity(): void {
    if (!this.requests.isLive) return
    this.requests.send('activity', { state: this.#isActive ? 'active' : 'idle' }, () => undefined)
  }

  #serverNow(): number {
    return this.environment.now() + this.#aheadMs
  }
}

/** The limits in force: what the server tells, as far as it makes sense. */
function readLimits(told: Record<string, unknown>): Limits {
  const known = Object.entries(LIMITS).map(([name, usual]) => {
    const value = Object.hasOwn(told, name) ? told[name] : undefined
    return [name, amount(value) ? value : usual]
  })
  // The cast: exactly the names of LIMITS, each with a number.
  return Object.fromEntries(known) as Limits
}

/** A room's part of the greeting; of another log only a fresh start is of use. */
function partOf(rooms: Record<string, unknown>, id: RoomId, isOther: boolean): unknown {
  const part = Object.hasOwn(rooms, id) ? rooms[id] : undefined
  return isOther && !(isRecord(part) && part['mode'] === 'reset') ? undefined : part
}
