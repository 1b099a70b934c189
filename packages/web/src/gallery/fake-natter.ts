import { systemClock } from '../app/clock.ts'
import type { Connection, Natter, NatterHttp, RoomHandle, RoomSummary, Timeline } from '@natter/client'
import { LIMITS } from '@natter/protocol'
import type { Announcement, Room, RoomId, UserId } from '@natter/protocol'
import type { CardShown } from '../profile/card-shown.ts'
import { cell } from './cell.ts'
import { NOW } from './fake-conversation.ts'
import { ana, PEOPLE, PRESENCE } from './fake-people.ts'
import { PUBLIC_ROOMS } from './fake-rooms.ts'

/** What a state of the gallery shows. Nothing moves by itself, and nothing that is done here leaves the page. */
export interface FakeState {
  connection?: Connection
  rooms?: readonly RoomSummary[]
  announcements?: readonly Announcement[]
  settings?: Readonly<Record<string, unknown>>
  isRestarting?: boolean
  card?: CardShown
  /** How many messages wait on the device. */
  unsent?: number
  hasUpdate?: boolean
  /** As on a screen that is touched; as this one is, where nothing is said. */
  isTouch?: boolean
  timeline?: Partial<Timeline>
  typists?: readonly UserId[]
  /** Why rooms cannot be opened. */
  refusal?: Error
}

export const LIVE: Connection = { state: 'live', since: NOW, roundTripMs: 12 }
const DONE = Promise.resolve()

/** The SDK's surface over fixed data, for the gallery. */
export function fakeNatter(state: FakeState): Natter {
  const rooms = state.rooms ?? []
  const users = new Map(PEOPLE.map((user) => [user.id, cell(user)]))
  const presence = new Map(PEOPLE.map(({ id }) => [id, cell(PRESENCE[id] ?? 'offline')]))
  const handles = new Map<RoomId, RoomHandle>()
  const nobody = cell(undefined)
  const offline = cell('offline' as const)
  const settings = cell(state.settings ?? {})
  const infoOf = (id: RoomId): Room | undefined =>
    rooms.find((summary) => summary.id === id)?.room ?? PUBLIC_ROOMS.find((room) => room.id === id)
  return {
    connection: cell(state.connection ?? LIVE),
    self: cell(ana),
    rooms: cell(rooms),
    announcements: cell(state.announcements ?? []),
    limits: cell({ ...LIMITS }),
    ready: DONE,
    counters: { malformed: 0, resets: 0, gapsHealed: 0, connections: 1, storageFailures: 0 },
    room: (id) => {
      const handle = handles.get(id) ?? fakeRoom(id, infoOf(id), state)
      handles.set(id, handle)
      return handle
    },
    user: (id) => users.get(id) ?? nobody,
    presence: (id) => presence.get(id) ?? offline,
    setStatus: (status) => Promise.resolve(presence.get(ana.id)?.set(status)),
    setActive: () => {},
    settings,
    setSettings: async (change) => settings.set({ ...settings.value, ...change }),
    createRoom: () => Promise.reject(new Error('The gallery makes no rooms.')),
    openDm: () => Promise.reject(new Error('The gallery makes no rooms.')),
    joinRoom: () => DONE,
    reconnectNow: () => {},
    close: () => DONE,
    http: fakeHttp,
  }
}

function fakeRoom(id: RoomId, info: Room | undefined, { timeline, typists, refusal }: FakeState): RoomHandle {
  const members = PEOPLE.map(({ id: user }, index) => ({
    user,
    role: index === 0 ? ('owner' as const) : ('member' as const),
    joinedAt: NOW,
  }))
  return {
    id,
    info: cell(info),
    timeline: cell<Timeline>({
      items: [],
      status: 'live',
      atStart: true,
      atEnd: true,
      newer: 0,
      loadingOlder: false,
      loadingNewer: false,
      me: { user: ana.id, role: 'owner', joinedAt: NOW },
      readMark: { seq: 0, n: 0 },
      unread: 0,
      ...timeline,
    }),
    typists: cell(typists ?? []),
    receipts: cell(new Map()),
    members: cell({ members, complete: true }),
    open: () => (refusal ? Promise.reject(refusal) : DONE),
    close: () => {},
    loadOlder: () => DONE,
    loadNewer: () => DONE,
    jumpTo: () => DONE,
    jumpToLatest: () => DONE,
    loadMembers: () => DONE,
    send: () => ({ cid: 'fake', sent: new Promise(() => {}) }),
    retry: () => {},
    discard: () => {},
    edit: () => DONE,
    delete: () => DONE,
    react: () => DONE,
    unreact: () => DONE,
    markRead: () => {},
    markUnread: () => DONE,
    typing: () => {},
    update: () => DONE,
    leave: () => DONE,
    invite: () => DONE,
    remove: () => DONE,
    whoRead: () => Promise.resolve(PEOPLE.map(({ id: user }) => ({ user, readSeq: 16, deliveredSeq: 16 }))),
  }
}

const NOT_HERE = (): Promise<never> => Promise.reject(new Error('The gallery has no server.'))

const fakeHttp: NatterHttp = {
  place: () => Promise.resolve({ name: 'Old Town Orchestra', signup: 'invite', empty: false, version: '0.1.0' }),
  me: () => Promise.resolve(ana),
  updateMe: () => Promise.resolve(ana),
  findUsers: (query) =>
    Promise.resolve({
      users: PEOPLE.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
      more: false,
    }),
  publicRooms: (query = '') =>
    Promise.resolve({ rooms: PUBLIC_ROOMS.filter(({ name = '' }) => name.includes(query)), more: false }),
  createInvite: ({ uses = 1 } = {}) =>
    Promise.resolve({
      code: 'k3f9',
      url: 'https://chat.example.org/invite/k3f9Qz81Lm',
      expiresAt: NOW + 7 * 86_400_000,
      uses,
    }),
  signUp: NOT_HERE,
  signIn: NOT_HERE,
  renew: NOT_HERE,
  signOut: NOT_HERE,
  revokeSession: NOT_HERE,
  sessions: () =>
    Promise.resolve([
      {
        id: 'se_here',
        createdAt: NOW - 86_400_000,
        lastSeenAt: NOW,
        expiresAt: NOW + 86_400_000,
        device: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
        address: '192.0.2.7',
        current: true,
      },
      {
        id: 'se_phone',
        createdAt: NOW - 9 * 86_400_000,
        lastSeenAt: NOW - 3 * 3_600_000,
        expiresAt: NOW + 86_400_000,
        device:
          'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
        address: '198.51.100.23',
        current: false,
      },
    ]),
}

/** When a lost connection is tried again: long after the line that tells of it has appeared. */
export function retryAt(): number {
  return systemClock.now() + RETRY_IN_MS
}

const RETRY_IN_MS = 12_000
