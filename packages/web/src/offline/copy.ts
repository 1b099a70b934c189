import type { Member, Natter, PlaceInfo, RoomSummary, Timeline, TimelineItem } from '@natter/client'
import type { ReadMark, Room, RoomId, User, UserId } from '@natter/protocol'

/** Rooms of the list, people, and rooms with messages that a browser remembers, and how many messages of each. */
export const ROOMS_MAX = 500
export const PEOPLE_MAX = 500
export const TIMELINES_MAX = 20
export const ITEMS_MAX = 50

/** Who was inside, where, and what the list of rooms showed. */
export interface RememberedHead {
  readonly account: UserId
  readonly self: User
  readonly place: PlaceInfo
  readonly rooms: readonly RoomSummary[]
  readonly settings: Natter['settings']['value']
  /** By recency of being seen, the latest last. */
  readonly people: readonly User[]
}

/** The end of a room's history. */
export interface RememberedTimeline {
  readonly room: RoomId
  readonly info: Room
  /** When it was last open; the longest closed is forgotten first. */
  readonly openedAt: number
  readonly items: readonly TimelineItem[]
  readonly atStart: boolean
  readonly me?: Member | undefined
  readonly readMark: ReadMark
  readonly unread: number
}

/** What one browser remembers of one account, to be read without a server. */
export interface Copy {
  readonly head: RememberedHead
  readonly timelines: ReadonlyMap<RoomId, RememberedTimeline>
}

/** What is worth remembering of a room; undefined while there is nothing, or only a page from further up. */
export function rememberTimeline(info: Room, timeline: Timeline, openedAt: number): RememberedTimeline | undefined {
  const stored = timeline.items.filter((item) => item.kind !== 'pending')
  if (timeline.status !== 'live' || !timeline.atEnd) return undefined
  const { me, readMark, unread } = timeline
  const items = stored.slice(-ITEMS_MAX)
  return {
    room: info.id,
    info,
    openedAt,
    items,
    atStart: timeline.atStart && items.length === stored.length,
    me,
    readMark,
    unread,
  }
}

/** People with those just seen at the end, within the bound. */
export function rememberPeople(known: readonly User[], seen: readonly User[]): readonly User[] {
  const byId = new Map(known.map((user) => [user.id, user]))
  for (const user of seen) {
    byId.delete(user.id)
    byId.set(user.id, user)
  }
  return [...byId.values()].slice(-PEOPLE_MAX)
}

/** Which remembered rooms go: those one is not in any more, and of the others the longest closed beyond the bound. */
export function roomsToForget(
  kept: readonly Pick<RememberedTimeline, 'room' | 'openedAt'>[],
  isMine: (room: RoomId) => boolean,
): RoomId[] {
  const mine = kept.filter(({ room }) => isMine(room)).sort((a, b) => b.openedAt - a.openedAt)
  const stay = new Set(mine.slice(0, TIMELINES_MAX).map(({ room }) => room))
  return kept.map(({ room }) => room).filter((room) => !stay.has(room))
}

/** Whose words and names a timeline shows. */
export function peopleIn({ items, info }: RememberedTimeline): ReadonlySet<UserId> {
  const ids = new Set(info.people)
  for (const item of items) {
    if (item.kind === 'message') ids.add(item.message.by)
    else if (item.kind === 'event') {
      ids.add(item.event.by)
      if ('user' in item.event) ids.add(item.event.user)
      if ('member' in item.event) ids.add(item.event.member.user)
    }
  }
  return ids
}
