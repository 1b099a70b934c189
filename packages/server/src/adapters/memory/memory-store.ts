import { base62 } from '@natter/protocol'
import type { Limits } from '@natter/protocol'
import { STORE_BOUNDS } from '../../ports/store-bounds.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { Store } from '../../ports/store.ts'
import * as accounts from './accounts.ts'
import { append } from './append.ts'
import * as reading from './catch-up.ts'
import * as directory from './directory.ts'
import { history, versions } from './history.ts'
import { markDelivered, markRead } from './marks.ts'
import * as sessions from './sessions.ts'
import { setSettings } from './settings.ts'
import type { World } from './world.ts'

const EPOCH_LENGTH = 12
const SECRET_BYTES = 32
const REF_LENGTH = 4

export interface MemoryStoreOptions {
  /** Chance: uniformly random bytes. Fit for secrets where the store is more than a test. */
  random: (bytes: number) => Uint8Array
  limits: Limits
  /** Both are drawn from `random` when absent. */
  epoch?: string
  secret?: Uint8Array
}

/**
 * The store in plain maps: for tests, the simulation, and as the measure of the adapters that keep things. Everything
 * resolves in microtasks; nothing outlives the process.
 */
export function createMemoryStore({ random, limits, epoch, secret }: MemoryStoreOptions): Store {
  const world = emptyWorld(() => base62(random(REF_LENGTH), REF_LENGTH))
  let isClosed = false

  /** The method as the port has it: later, and not at all once the store is closed. */
  function open<Args extends unknown[], Answer>(method: (...args: Args) => Answer): (...args: Args) => Promise<Answer> {
    return async (...args) => {
      if (isClosed) throw new StoreFault('unavailable', 'The store is closed.')
      return method(...args)
    }
  }

  return {
    epoch: epoch ?? base62(random(EPOCH_LENGTH), EPOCH_LENGTH),
    secret: secret ?? random(SECRET_BYTES),
    close: async () => {
      isClosed = true
    },

    append: open((write) => append(world, write, limits)),
    markRead: open((write) => markRead(world, write)),
    markDelivered: open((user, marks) => markDelivered(world, user, marks)),
    setSettings: open((write) => setSettings(world, write)),

    greet: open((user, cursor, now) => directory.greet(world, user, cursor, now)),
    catchUp: open((viewer, room, cursor) => reading.catchUp(world, viewer, room, cursor)),
    userCatchUp: open((user, cursor) => reading.userCatchUp(world, user, cursor)),
    history: open((viewer, room, page) => history(world, viewer, room, page)),
    versions: open((viewer, room, seq) => versions(world, viewer, room, seq)),
    receipts: open((viewer, room, page) => directory.receipts(world, viewer, room, page)),
    members: open((viewer, room, page) => directory.members(world, viewer, room, page)),
    roomsById: open((viewer, rooms) => directory.roomsById(world, viewer, rooms)),
    roomsOf: open((viewer, page) => directory.roomsOf(world, viewer, page)),
    publicRooms: open((viewer, page) => directory.publicRooms(world, viewer, page)),
    roomFor: open((viewer, room) => directory.roomFor(world, viewer, room)),
    usersById: open((users) => directory.usersById(world, users)),
    findUsers: open((page) => directory.findUsers(world, page)),
    heads: open((rooms) => reading.heads(world, rooms)),
    eventsAfter: open((room, seq, limit) => reading.eventsAfter(world, room, seq, limit)),

    createAccount: open((account) => accounts.createAccount(world, account)),
    isEmpty: open(() => world.accounts.size === 0),
    accountByHandle: open((handle) => accounts.credentials(accounts.accountByHandle(world, handle))),
    accountById: open((user) => accounts.credentials(world.accounts.get(user))),
    updateProfile: open((user, change) => accounts.updateProfile(world, user, change)),
    updateAccount: open((user, change) => accounts.updateAccount(world, user, change)),
    listAccounts: open((page) => accounts.listAccounts(world, page)),
    createSession: open((session) => sessions.createSession(world, session)),
    sessionByAccess: open((hash, now) => sessions.sessionByAccess(world, hash, now)),
    rotateSession: open((rotation) => sessions.rotateSession(world, rotation)),
    sessionsOf: open((user, now) => sessions.sessionsOf(world, user, now)),
    revokeSessions: open((user, which) => sessions.revokeSessions(world, user, which)),
    putTicket: open((ticket) => sessions.putTicket(world, ticket)),
    takeTicket: open((hash, now) => sessions.takeTicket(world, hash, now)),
    createInvite: open((invite) => {
      world.invites.set(invite.codeHash, invite)
    }),
    addAnnouncement: open((announcement) => {
      const standing = world.announcements.filter(({ untilAt }) => untilAt > announcement.at)
      world.announcements = [...standing.slice(1 - STORE_BOUNDS.announcements), announcement]
    }),
    placeName: open(() => world.placeName),
    namePlace: open((name) => {
      world.placeName = name
    }),
  }
}

function emptyWorld(nextRef: () => string): World {
  return {
    accounts: new Map(),
    rooms: new Map(),
    inboxes: new Map(),
    settings: new Map(),
    sessions: new Map(),
    tickets: new Map(),
    invites: new Map(),
    announcements: [],
    placeName: undefined,
    nextRef,
  }
}
