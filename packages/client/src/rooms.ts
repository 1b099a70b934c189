import type { DigestEntry, InboxEvent, Member, Room, RoomId } from '@natter/protocol'
import type { Inside } from './inside.ts'
import { makePlace } from './make-place.ts'
import { createRoom } from './room.ts'
import type { RoomInside } from './room.ts'
import { UNKNOWN_ROOM } from './room-entry.ts'
import type { RoomSummary } from './room-entry.ts'
import { createSource, kept } from './view.ts'
import type { Source } from './view.ts'

/** Rooms known at once; beyond it those are forgotten that are neither one's own nor open. */
const ROOMS_MAX = 10_000

/** Every room that is known, one's own first of all. */
export interface Rooms {
  /** What the sidebar shows. */
  readonly view: Source<readonly RoomSummary[]>
  all(): Iterable<RoomInside>
  /** One that is known. */
  find(id: RoomId): RoomInside | undefined
  /** One that somebody asks for. */
  of(id: RoomId): RoomInside
  /** The rooms of the user's own log, from a fresh start. */
  restart(rooms: readonly { room: Room; member: Member }[]): void
  /** One row of the user's own log that is about a room. */
  apply(event: Exclude<InboxEvent, { type: 'inbox.settingsChanged' }>): void
  /** The sidebar as of the greeting, by recency. */
  digest(entries: readonly DigestEntry[], isOld: boolean): void
  /** The place of a room that has just been posted to. */
  nextRank(): number
  /** What is known of any room says nothing any more. */
  forget(): void
}

export function createRooms(inside: Inside): Rooms {
  const rooms = new Map<RoomId, RoomInside>()
  let rank = 0
  const view = createSource<readonly RoomSummary[]>((previous) => {
    const mine = [...rooms.values()].filter(({ entry }) => entry.isMine).sort((a, b) => b.entry.rank - a.entry.rank)
    return kept(
      previous,
      mine.flatMap((room) => room.summary() ?? []),
    )
  })

  function of(id: RoomId): RoomInside {
    const known = rooms.get(id)
    if (known) return known
    const room = createRoom(id, inside)
    makePlace(rooms, ROOMS_MAX, ({ entry, follow, lane }) => entry.isMine || follow.isWanted || lane.pending.length > 0)
    rooms.set(id, room)
    return room
  }

  function enter(details: Room, member: Member): void {
    const room = of(details.id)
    room.setRoom(details)
    room.welcome(member)
    // One who comes in has read what was there; the digest and `inbox.readMoved` know better where that is not so.
    if (!room.entry.isMine) room.put({ isMine: true, mark: { seq: details.head[0], n: details.n }, rank: ++rank })
    // It may have moved in rows that nobody tells any more; where that is among the messages the digest says.
    const { mark } = room.entry
    room.put({ mark: { ...mark, seq: member.readSeq ?? mark.seq } })
  }

  return {
    view,
    all: () => rooms.values(),
    find: (id) => rooms.get(id),
    of,
    restart(mine) {
      const ids = new Set(mine.map(({ room }) => room.id))
      for (const room of rooms.values()) if (!ids.has(room.id)) room.put({ isMine: false })
      for (const { room, member } of mine) enter(room, member)
    },
    apply(event) {
      const room = rooms.get(event.room)
      if (event.type === 'inbox.roomAdded') enter(event.details, event.member)
      if (event.type === 'inbox.roomRemoved') room?.left()
      if (event.type === 'inbox.readMoved') room?.marked({ ...event, seq: event.readSeq })
    },
    digest(entries, isOld) {
      rank += entries.length
      entries.forEach(([id, seq, n, readN, mentions, updatedSeq], index) => {
        const room = of(id)
        const { entry } = room
        const isMine = entry.isMine || !isOld
        room.put({ isMine, seq, n, mark: { ...entry.mark, n: readN }, mentions, rank: rank - index })
        if (entry.room?.updatedSeq === updatedSeq && entry.room.head[0] <= seq) return
        // Also a later description is of a log that is no more: the one that is asked for wins.
        room.put({ room: entry.room && { ...entry.room, head: [0, ''] } })
        inside.lookUp(id)
      })
    },
    nextRank: () => ++rank,
    forget() {
      for (const room of rooms.values()) {
        room.forget()
        room.put({ ...UNKNOWN_ROOM, room: undefined, hoped: undefined })
      }
    },
  }
}
