import { LIMITS } from '@natter/protocol'
import type {
  Announcement,
  Command,
  DurableEvent,
  InboxEvent,
  Limits,
  PresenceMap,
  Room,
  RoomId,
  User,
  UserId,
  WireError,
} from '@natter/protocol'
import { FakeRoom } from './fake-room.ts'
import { answer } from './fake-commands.ts'
import type { Link } from './link.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One connection of the fake server. */
export interface FakeConnection {
  readonly link: Link
  readonly full: Set<RoomId>
  user: User | undefined
  token: string | undefined
}

/** What a script may answer instead of the server: a refusal, or nothing at all. */
export type Scripted = { error: WireError } | { ok: unknown } | 'silence' | undefined

/** An in-memory server that speaks the protocol well enough for the SDK, and lies, loses and refuses where a test says so. */
export class FakeServer {
  readonly time: VirtualTime
  readonly users = new Map<UserId, User>()
  readonly rooms = new Map<RoomId, FakeRoom>()
  readonly inboxes = new Map<UserId, InboxEvent[]>()
  readonly settings = new Map<UserId, Record<string, unknown>>()
  readonly connections = new Set<FakeConnection>()
  readonly announcements: Announcement[] = []
  readonly presence: PresenceMap = {}
  epoch = 'epoch-1'
  tokenLifeMs = 3_600_000
  pingEveryMs = 25_000
  limits: Limits = { ...LIMITS }
  /** Tokens that are accepted; a token names its user as `token:us_…`. */
  accepts: (token: string | undefined) => boolean = () => true
  /** Answers instead of the server. The command has not been run then. */
  script: (command: Command, connection: FakeConnection) => Scripted = () => undefined
  /** Runs the command and then loses the answer. */
  losesReply: (command: Command) => boolean = () => false
  /** Whether an event reaches a connection. */
  delivers: (event: DurableEvent | InboxEvent, connection: FakeConnection) => boolean = () => true
  /** Every command that arrived, in order. */
  readonly commands: Command[] = []

  constructor(time: VirtualTime) {
    this.time = time
  }

  addUser(name: string): User {
    const user: User = { id: `us_${name}0000`, handle: name, name, kind: 'human', role: 'member' }
    this.users.set(user.id, user)
    this.inboxes.set(user.id, [])
    return user
  }

  addRoom(name: string, people: User[], more: Partial<Room> = {}): FakeRoom {
    const [owner] = people
    if (owner === undefined) throw new Error('A room needs people.')
    const room = new FakeRoom(`rm_${name}0000`, owner, this.time.now, { name, ...more })
    this.rooms.set(room.id, room)
    for (const person of people) this.join(room, person)
    return room
  }

  join(room: FakeRoom, user: User): void {
    this.publish(room.join(user.id, this.time.now))
    const member = room.members.get(user.id)
    if (member === undefined) throw new Error('Joined and not there.')
    this.tell(user.id, { type: 'inbox.roomAdded', room: room.id, details: room.room, member })
  }

  leave(room: FakeRoom, user: User, by = user): void {
    this.publish(
      room.append({ type: 'member.left', by: by.id, user: user.id, members: room.members.size - 1 }, this.time.now),
    )
    for (const connection of this.connections) if (connection.user?.id === user.id) connection.full.delete(room.id)
    this.tell(user.id, { type: 'inbox.roomRemoved', room: room.id })
  }

  post(room: FakeRoom, by: User, text: string, cid = `c${room.head}`): DurableEvent & { type: 'message.posted' } {
    const event = room.post(by.id, { cid, text }, this.time.now)
    this.publish(event)
    return event
  }

  /** Hands an event of a room to those who have it on screen, and a digest to the other members. */
  publish(event: DurableEvent): void {
    const room = this.rooms.get(event.room)
    for (const connection of this.connections) {
      if (connection.full.has(event.room)) this.#deliver(event, connection)
      else if (room?.members.has(connection.user?.id ?? 'us_0') === true) {
        const { n } = room.room
        connection.link.send({ type: 'room.moved', room: room.id, seq: event.seq, n, at: event.at })
      }
    }
  }

  /** Writes a row of a user's own log. */
  tell(
    user: UserId,
    fields:
      | Omit<InboxEvent & { type: 'inbox.roomAdded' }, 'seq' | 'ref' | 'at'>
      | Omit<InboxEvent & { type: 'inbox.roomRemoved' }, 'seq' | 'ref' | 'at'>
      | Omit<InboxEvent & { type: 'inbox.readMoved' }, 'seq' | 'ref' | 'at'>
      | Omit<InboxEvent & { type: 'inbox.settingsChanged' }, 'seq' | 'ref' | 'at'>,
  ): InboxEvent {
    const inbox = this.inboxes.get(user) ?? []
    const seq = inbox.length + 1
    const event = { ...fields, seq, ref: `u${seq}`, at: this.time.now }
    inbox.push(event)
    for (const connection of this.connections) if (connection.user?.id === user) this.#deliver(event, connection)
    return event
  }

  connect(link: Link): void {
    const connection: FakeConnection = { link, full: new Set(), user: undefined, token: undefined }
    this.connections.add(connection)
    link.accept({
      received: (text) => this.#received(connection, text),
      closed: () => this.connections.delete(connection),
    })
  }

  /** Ends every connection, as a crash or a cut cable would. */
  cut(code = 1006, reason = ''): void {
    for (const { link } of this.connections) link.close(code, reason)
  }

  ofType<Type extends Command['type']>(type: Type): Extract<Command, { type: Type }>[] {
    return this.commands.filter((command) => command.type === type) as Extract<Command, { type: Type }>[]
  }

  #deliver(event: DurableEvent | InboxEvent, connection: FakeConnection): void {
    if (this.delivers(event, connection)) connection.link.send(event)
  }

  #received(connection: FakeConnection, text: string): void {
    const frame = JSON.parse(text) as Command | { control: string }
    if ('control' in frame) {
      if (frame.control === 'ping') connection.link.send({ control: 'pong' })
      return
    }
    this.commands.push(frame)
    const scripted = this.script(frame, connection)
    if (scripted === 'silence') return
    const said = scripted ?? answer(this, connection, frame)
    if (said === undefined || this.losesReply(frame)) return
    connection.link.send({ re: frame.id, ...said })
  }
}
