import { LIMITS, isRefusal } from '@natter/protocol'
import type { Limits, RoomId, SessionId, User, UserId, UserRole } from '@natter/protocol'
import type { RoomCommand } from '@natter/core'
import { createMemoryBus } from '../../src/adapters/memory/memory-bus.ts'
import { createMemoryStore } from '../../src/adapters/memory/memory-store.ts'
import { createRates } from '../../src/commands/rates.ts'
import { writeRoom } from '../../src/commands/write-room.ts'
import { USUAL_BOUNDS } from '../../src/gateway/admission.ts'
import type { NodeBounds } from '../../src/gateway/admission.ts'
import type { UpgradeCredential } from '../../src/gateway/doorkeeper.ts'
import { Gateway } from '../../src/gateway/gateway.ts'
import type { Appended } from '../../src/ports/log-store.ts'
import type { Bus } from '../../src/ports/bus.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { virtualClock } from '../virtual-clock.ts'
import type { VirtualClock } from '../virtual-clock.ts'
import { Client } from './client.ts'
import { seededBytes } from './seeded-bytes.ts'

const SESSION_MS = 3_600_000

/** What a house is built with; the rest is usual. */
export interface Plan {
  limits?: Partial<Limits>
  ratesEnforced?: boolean
  seed?: number
  bounds?: Partial<NodeBounds>
  /** Wraps the bus that the gateway hears. */
  bus?: (bus: Bus) => Bus
  /** Wraps the store that the gateway asks; the people's own writes go past it. */
  store?: (store: Store) => Store
}

export interface Person {
  readonly id: UserId
  readonly session: SessionId
  /** Access token of the session. */
  readonly token: string
  /** Writes to a room by a road of its own, as another node would. */
  write(command: RoomCommand, room: RoomId): Promise<Appended>
  say(room: RoomId, text: string): Promise<{ seq: number; ref: string; n: number }>
  /** Says hello; `more` goes into it. */
  connect(more?: Parameters<Client['hello']>[1]): Promise<Client>
}

export interface House {
  gateway: Gateway
  ports: Ports
  clock: VirtualClock
  logged: { level: string; message: string; fields: Record<string, unknown> }[]
  ada: Person
  kim: Person
  bob: Person
  /** A public room of ada's, with kim inside. */
  den: RoomId
  person(name: string, role?: UserRole): Promise<Person>
  room(owner: Person, members?: Person[], kind?: 'public' | 'private'): Promise<RoomId>
  /** A road to somebody who has yet to say hello. */
  stranger(credential?: UpgradeCredential, address?: string): Client
  settle(): Promise<void>
  /** Another sign-in of the same person. */
  signIn(person: Person, name: string, expiresInMs?: number): Promise<{ token: string; session: SessionId }>
}

/** A node in memory, its time and its chance in the test's hands. */
export async function house(plan: Plan = {}): Promise<House> {
  const limits: Limits = { ...LIMITS, ...plan.limits }
  const random = seededBytes(plan.seed ?? 1)
  const waiting: (() => void)[] = []
  const settle = async (): Promise<void> => {
    do {
      for (const run of waiting.splice(0)) run()
      await new Promise<void>((resolve) => void setImmediate(resolve))
    } while (waiting.length > 0)
  }
  const clock = virtualClock(settle)
  const logged: House['logged'] = []
  const write =
    (level: string) =>
    (message: string, fields: object = {}) =>
      void logged.push({ level, message, fields: fields as Record<string, unknown> })
  const store = createMemoryStore({ random, limits })
  const bus = createMemoryBus()
  const ports: Ports = {
    store: plan.store?.(store) ?? store,
    bus: plan.bus?.(bus) ?? bus,
    clock,
    random,
    limits,
    ratesEnforced: plan.ratesEnforced ?? false,
    rates: createRates(clock, limits, plan.ratesEnforced ?? false),
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  }
  const doorkeeper = { identify: (token: string) => store.sessionByAccess(token, clock.now()) }
  const gateway = new Gateway(ports, doorkeeper, (run) => void waiting.push(run), { ...USUAL_BOUNDS, ...plan.bounds })
  await gateway.start()
  const people = peopleOf({ ...ports, store, rates: createRates(clock, limits, false) }, gateway, settle)
  const [ada, kim, bob] = [await people.person('ada'), await people.person('kim'), await people.person('bob')]
  const den = await people.room(ada, [kim])
  return { gateway, ports, clock, logged, ada, kim, bob, den, settle, ...people }
}

type Makers = Pick<House, 'person' | 'room' | 'stranger' | 'signIn'>

function peopleOf(ports: Ports, gateway: Gateway, settle: () => Promise<void>): Makers {
  const { store, clock } = ports
  let count = 0
  const makers: Makers = {
    async person(name, role = 'member') {
      const id: UserId = `us_${name.padEnd(4, '0')}`
      const account = { id, handle: name, name, passwordHash: '', at: clock.now(), signup: 'open', invite: undefined }
      const made = await store.createAccount({ ...account, signup: 'open' })
      if (isRefusal(made)) throw new Error(made.refused.message)
      const isOwner = made.role === 'owner'
      if (!isOwner && role !== 'member') await store.updateAccount(id, { role })
      const user: User = isOwner ? made : { ...made, role }
      const { token, session } = await openSession(ports, id, name)
      const self: Person = {
        id,
        session,
        token,
        async write(command, room) {
          // Past the command's own derivation of ids, which is not what these tests are about.
          const appended = await store.append({ room, actor: id, command, at: clock.now() })
          if (isRefusal(appended)) throw new Error(`${command.type}: ${appended.refused.message}`)
          publish(ports, room, appended)
          return appended
        },
        async say(room, text) {
          const answer = await writeRoom(
            ports,
            { user, session },
            { type: 'message.send', room, cid: `house${++count}`, text },
          )
          if (!('ok' in answer)) throw new Error(JSON.stringify(answer))
          return answer.ok as { seq: number; ref: string; n: number }
        },
        async connect(more) {
          const client = new Client(gateway, settle)
          await client.hello(token, more)
          return client
        },
      }
      return self
    },
    async room(owner, members = [], kind = 'public') {
      const room: RoomId = `rm_room${++count}`
      await owner.write({ type: 'room.create', cid: `house${++count}`, kind, name: `Room ${count}` }, room)
      for (const { id } of members)
        await owner.write({ type: 'room.invite', room, user: id, cid: `house${++count}` }, room)
      return room
    },
    stranger: (credential, address) => new Client(gateway, settle, credential, address),
    signIn: (person, name, expiresInMs) => openSession(ports, person.id, name, expiresInMs),
  }
  return makers
}

async function openSession(
  { store, clock }: Ports,
  user: UserId,
  name: string,
  expiresInMs = SESSION_MS,
): Promise<{ token: string; session: SessionId }> {
  const session: SessionId = `se_${name.padEnd(4, '0')}`
  const at = clock.now()
  const times = { createdAt: at, lastSeenAt: at, expiresAt: at + expiresInMs, endsAt: at + 24 * SESSION_MS }
  const token = `token-of-${name}`
  await store.createSession({
    id: session,
    user,
    ...times,
    device: '',
    address: '',
    accessHash: token,
    refreshHash: name,
  })
  return { token, session }
}

/** What `writeRoom` does after the commit. */
function publish({ bus }: Ports, room: RoomId, { events, inbox }: Appended): void {
  if (events.length > 0) bus.publish(room, { kind: 'events', room, events })
  for (const event of inbox) bus.publish(event.user, { kind: 'inbox', user: event.user, events: [event] })
}
