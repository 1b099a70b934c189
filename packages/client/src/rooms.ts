import type { DigestEntry, EphemeralEvent, InboxEvent, Member, Message, Room, RoomId, User } from '@natter/protocol'
import { markOf, UNKNOWN_ROOM, unreadOf, withMark, withMessage, withRoom } from './room-entry.ts'
import type { RoomEntry, RoomSummary } from './room-entry.ts'
import { kept, Source } from './view.ts'

/** Rooms remembered that are not one's own. */
const STRANGERS_MAX = 500

/** What the list of rooms needs of what is around it. */
export interface RoomsPorts {
  self(): User | undefined
  isOpened(room: RoomId): boolean
  failedSends(room: RoomId): number
  /** Something about this room has changed. */
  changed(room: RoomId): void
}

/** Every room that is known, one's own first of all: what the sidebar shows. Knows nothing of timelines. */
export class Rooms {
  readonly view: Source<readonly RoomSummary[]>
  readonly #ports: RoomsPorts
  readonly #entries = new Map<RoomId, RoomEntry>()
  readonly #summaries = new Map<RoomId, RoomSummary>()
  readonly #touched = new Set<RoomId>()
  #rank = 0

  constructor(ports: RoomsPorts) {
    this.#ports = ports
    this.view = new Source((previous) => kept(previous, this.#list()))
  }

  entry(id: RoomId): RoomEntry {
    return this.#entries.get(id) ?? UNKNOWN_ROOM
  }

  /** The rooms of the user's own log, from a fresh start. */
  restart(rooms: readonly { room: Room; member: Member }[]): void {
    const gone = new Set([...this.#entries.keys()].filter((id) => this.entry(id).isMine))
    for (const { room, member } of rooms) {
      gone.delete(room.id)
      this.#enter(room, member)
    }
    for (const id of gone) this.#put(id, { ...this.entry(id), isMine: false })
  }

  /** One row of the user's own log. */
  apply(event: InboxEvent): void {
    if (event.type === 'inbox.roomAdded') this.#enter(event.details, event.member)
    else if (event.type === 'inbox.roomRemoved') this.#put(event.room, { ...this.entry(event.room), isMine: false })
    else if (event.type === 'inbox.readMoved') {
      const entry = this.entry(event.room)
      const mark = { seq: event.readSeq, n: event.n }
      // The user's own log has what this device hoped for: what it says next counts, also where it goes back.
      const isThere = entry.hoped !== undefined && entry.hoped.seq <= mark.seq
      this.#put(event.room, withMark(entry, isThere ? { mark, hoped: undefined } : { mark }))
    }
  }

  /** The sidebar as of the greeting, by recency. Returns the rooms whose description here is old or missing. */
  digest(entries: readonly DigestEntry[]): RoomId[] {
    const stale: RoomId[] = []
    this.#rank += entries.length
    entries.forEach(([id, seq, n, readN, mentions, updatedSeq], index) => {
      const entry = this.entry(id)
      const mark = { seq: entry.mark.seq, n: readN }
      const { room } = entry
      // A description of later than the room's last change is of a log that is no more: the one that is asked for wins.
      const known = room !== undefined && room.updatedSeq > updatedSeq ? { ...room, updatedSeq: 0 } : room
      const moved = withMark({ ...entry, room: known, isMine: true, seq, n, mentions }, { mark })
      this.#put(id, { ...moved, rank: this.#rank - index })
      if (known === undefined || known.updatedSeq < updatedSeq) stale.push(id)
    })
    return stale
  }

  /** A room that is not followed has grown. */
  moved({ room: id, seq, n, at, mentions = 0, details }: EphemeralEvent & { type: 'room.moved' }): void {
    const entry = details === undefined ? this.entry(id) : withRoom(this.entry(id), details)
    const isPost = n > entry.n
    const moved = { ...entry, seq: Math.max(entry.seq, seq), mentions: entry.mentions + mentions }
    this.#put(id, isPost ? { ...moved, n, lastAt: at, rank: ++this.#rank } : moved)
  }

  posted(id: RoomId, message: Message): void {
    this.#put(id, withMessage(this.entry(id), message, this.#ports.self(), ++this.#rank))
  }

  /** A room as an answer or its log tells it; `isFresh`: that is how it is, even if more was known before. */
  setRoom(room: Room, isFresh = false): void {
    const entry = this.entry(room.id)
    const next = isFresh ? { ...entry, room, seq: room.head[0], n: room.n } : withRoom(entry, room)
    this.#put(room.id, next)
  }

  setMark(id: RoomId, marks: Parameters<typeof withMark>[1]): void {
    this.#put(id, withMark(this.entry(id), marks))
  }

  /** Something outside has changed that a summary shows. */
  touch(id: RoomId): void {
    if (this.#entries.has(id)) this.#put(id, this.entry(id))
  }

  forget(): void {
    const ids = [...this.#entries.keys()]
    this.#entries.clear()
    this.#summaries.clear()
    this.#touched.clear()
    this.view.changed()
    for (const id of ids) this.#ports.changed(id)
  }

  #enter(room: Room, { readSeq }: Member): void {
    const entry = withRoom(this.entry(room.id), room)
    // One who comes in has read what was there; the digest and `inbox.readMoved` know better where that is not so.
    const mark = entry.isMine ? entry.mark : { seq: readSeq ?? room.head[0], n: room.n }
    this.#put(room.id, { ...entry, isMine: true, mark, rank: entry.isMine ? entry.rank : ++this.#rank })
  }

  #put(id: RoomId, entry: RoomEntry): void {
    if (!this.#entries.has(id) && this.#entries.size >= STRANGERS_MAX) this.#evict()
    this.#entries.set(id, entry)
    this.#touched.add(id)
    this.view.changed()
    this.#ports.changed(id)
  }

  /** Lets go of a room that is neither one's own nor open, if there are many of them. */
  #evict(): void {
    const strangers = [...this.#entries.keys()].filter((id) => !this.entry(id).isMine && !this.#ports.isOpened(id))
    const [oldest] = strangers
    if (oldest === undefined || strangers.length < STRANGERS_MAX) return
    this.#entries.delete(oldest)
    this.#summaries.delete(oldest)
    this.#touched.delete(oldest)
  }

  #list(): readonly RoomSummary[] {
    const mine = [...this.#entries].filter(([, { isMine, room }]) => isMine && room !== undefined)
    return mine.sort(([, a], [, b]) => b.rank - a.rank).flatMap(([id, entry]) => this.#summary(id, entry) ?? [])
  }

  #summary(id: RoomId, entry: RoomEntry): RoomSummary | undefined {
    const { room, mentions, lastAt } = entry
    const known = this.#summaries.get(id)
    if (room === undefined || (known !== undefined && !this.#touched.delete(id))) return known
    const state = { opened: this.#ports.isOpened(id), failedSends: this.#ports.failedSends(id) }
    const next = { id, room, unread: unreadOf(entry), mentions, lastAt, readSeq: markOf(entry).seq, ...state }
    const summary = kept(known, next)
    this.#summaries.set(id, summary)
    return summary
  }
}
