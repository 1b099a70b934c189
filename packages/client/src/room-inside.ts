import { BOUNDS } from '@natter/protocol'
import type {
  Cid,
  CommandType,
  DurableEvent,
  EphemeralEvent,
  Member,
  Message,
  Room,
  RoomId,
  UserId,
} from '@natter/protocol'
import { newCid } from './chance.ts'
import type { NatterError } from './errors.ts'
import { Follow } from './follow.ts'
import { History } from './history.ts'
import type { Inside } from './inside.ts'
import { Members, MEMBERS_MAX } from './members.ts'
import type { Sending } from './outbox.ts'
import { quiet } from './quiet.ts'
import { Receipts } from './receipts.ts'
import type { Fields } from './requests.ts'
import { markOf, unreadOf } from './room-entry.ts'
import type { Reader, RoomHandle } from './room-handle.ts'
import { RoomLog } from './room-log.ts'
import { indexAtOrBefore } from './timeline.ts'
import { timelineItems } from './timeline-items.ts'
import type { Timeline } from './timeline-items.ts'
import { Typing } from './typing.ts'
import { kept, Source } from './view.ts'

/** One room from the inside: brings its log, its level, its marks and its outbox together. */
export class RoomInside implements RoomHandle {
  readonly id: RoomId
  readonly info: RoomHandle['info']
  readonly timeline: Source<Timeline>
  readonly typists: RoomHandle['typists']
  readonly receipts: RoomHandle['receipts']
  readonly members: RoomHandle['members']
  readonly log: RoomLog
  readonly follow: Follow
  readonly #inside: Inside
  readonly #history: History
  readonly #members: Members
  readonly #receipts = new Receipts()
  readonly #typing: Typing
  readonly #closed: (room: RoomInside) => void
  readonly #info: Source<Room | undefined>
  #isLookedUp = false

  constructor(id: RoomId, inside: Inside, closed: (room: RoomInside) => void) {
    this.id = id
    this.#inside = inside
    this.#closed = closed
    const { environment, requests, commands, rooms } = inside
    const changed = (): void => this.changed()
    const self = (): UserId | undefined => inside.self()?.id
    this.log = new RoomLog({
      ...{ id, self, changed },
      room: () => rooms.entry(id).room,
      setRoom: (room, isFresh) => rooms.setRoom(room, isFresh),
      applied: (event) => this.#applied(event),
      restarted: () => this.#restarted(),
      outdated: (seq) => this.#reload(seq),
      gap: () => this.#gap(),
      refused: (error) => this.refuse(error),
    })
    this.follow = new Follow({
      ...{ id, environment, requests },
      cursor: () => this.log.cursor,
      takeCatchUp: (part) => this.log.takeCatchUp(part),
      changed: () => rooms.touch(id),
    })
    this.#history = new History(id, this.log, commands, changed)
    this.#members = new Members(id, commands, (users) => users.forEach((user) => inside.users.learn(user)))
    this.#typing = new Typing({
      ...{ id, environment, requests, self },
      intervalMs: () => inside.limits().typingIntervalMs,
    })
    const look = (): void => this.#lookUp()
    this.#info = new Source(() => rooms.entry(id).room, { read: look, watched: (isWatched) => isWatched && look() })
    this.info = this.#info
    this.timeline = new Source((previous) => kept(previous, this.#look(previous)))
    this.typists = this.#typing.view
    this.receipts = this.#receipts.view
    this.members = this.#members.view
  }

  /** Something that the timeline shows has changed. */
  changed(): void {
    this.timeline.changed()
    this.#info.changed()
  }

  /** A connection is live; `part` is what its greeting holds for this room, undefined when it was not asked. */
  connected(part: unknown): void {
    this.#isLookedUp = false
    if (this.#info.isWatched) this.#lookUp()
    this.follow.connected(part)
  }

  open(): Promise<void> {
    return this.follow.open()
  }

  close(): void {
    if (!this.follow.isWanted) return
    this.follow.close()
    if (this.follow.isWanted) return
    this.#typing.forget()
    this.#receipts.forget()
    this.#closed(this)
  }

  loadOlder(): Promise<void> {
    return quiet(this.#history.loadOlder())
  }

  loadNewer(): Promise<void> {
    return quiet(this.#history.loadNewer())
  }

  jumpTo(seq: number): Promise<void> {
    return quiet(this.#history.jumpTo(seq))
  }

  jumpToLatest(): Promise<void> {
    return quiet(this.#history.jumpToLatest())
  }

  loadMembers(): Promise<void> {
    return quiet(this.#members.load())
  }

  send(text: string, { replyTo }: { replyTo?: number } = {}): Sending {
    this.#typing.sent()
    return this.#inside.outbox.send(this.id, text, replyTo)
  }

  retry(cid: Cid): void {
    this.#inside.outbox.retry(this.id, cid)
  }

  discard(cid: Cid): void {
    this.#inside.outbox.discard(this.id, cid)
  }

  edit(seq: number, text: string): Promise<void> {
    return this.#write('message.edit', { ...this.#place(seq), text })
  }

  delete(seq: number): Promise<void> {
    return this.#write('message.delete', this.#place(seq))
  }

  react(seq: number, emoji: string): Promise<void> {
    return this.#write('reaction.add', { ...this.#place(seq), emoji })
  }

  unreact(seq: number, emoji: string): Promise<void> {
    return this.#write('reaction.remove', { ...this.#place(seq), emoji })
  }

  markRead(seq: number): void {
    const entry = this.#inside.rooms.entry(this.id)
    if (seq >= entry.seq) return this.#inside.marks.read(this.id, { seq: entry.seq, n: entry.n })
    const { messages } = this.log.window
    const message = messages[indexAtOrBefore(messages, seq)]
    // Older than what is at hand: how many messages that leaves unread only the server can say.
    this.#inside.marks.read(this.id, { seq, n: message?.n ?? markOf(entry).n })
  }

  markUnread(fromSeq: number): Promise<void> {
    return quiet(this.#inside.marks.force(this.id, Math.max(0, fromSeq - 1)))
  }

  typing(on: boolean): void {
    this.#typing.announce(on)
  }

  update(change: { name?: string; topic?: string; archived?: boolean }): Promise<void> {
    return this.#write('room.update', { ...this.#room(), ...change })
  }

  leave(): Promise<void> {
    return this.#write('room.leave', this.#room())
  }

  invite(user: UserId): Promise<void> {
    return this.#write('room.invite', { ...this.#room(), user })
  }

  remove(user: UserId): Promise<void> {
    return this.#write('room.remove', { ...this.#room(), user })
  }

  whoRead(seq: number): Promise<Reader[]> {
    return quiet(this.#whoRead(seq))
  }

  /** An event nobody stores. */
  heard(event: EphemeralEvent): void {
    if (event.type === 'typing') this.#typing.heard(event.by, event.expiresInMs)
    if (event.type === 'receipts.moved') this.#receipts.moved(event.marks)
  }

  /** Something else has shown that the log goes at least so far. */
  heardOf(seq: number): void {
    if (this.follow.isFull) this.log.heardOfHead(seq)
  }

  disconnected(): void {
    this.follow.disconnected()
    this.#typing.forget()
  }

  /** One's own message was answered, before or after its event. */
  acknowledged(message: Message): void {
    this.#inside.rooms.posted(this.id, message)
    this.log.acknowledged(message)
    this.heardOf(message.seq)
  }

  /** The room is there for us again. Its own log may have said so before, and been read past what the user's log says of it. */
  welcome(member: Member): void {
    this.log.me ??= member
    this.follow.reopen()
    this.changed()
  }

  /** The room is there for us, and we may have missed how that came to be. */
  there(member: Member): void {
    if (this.follow.isRefused) this.welcome(member)
  }

  /** The room is not there for us any more. */
  refuse(error: NatterError): void {
    this.log.me = undefined
    this.follow.refuse(error)
    this.#typing.forget()
    this.changed()
  }

  /** Forgets the log: the next catch-up starts anew. */
  forget(): void {
    this.log.forget()
    this.#members.forget()
    this.#receipts.forget()
    this.#typing.forget()
  }

  #look(previous: Timeline | undefined): Timeline {
    const { window, me, cursor } = this.log
    const { rooms, outbox } = this.#inside
    const entry = rooms.entry(this.id)
    const items = timelineItems(window, outbox.pending(this.id), this.#inside.self()?.id)
    const isOpen = this.follow.isWanted && !this.follow.isRefused
    return {
      items: kept(previous?.items, items),
      status: isOpen ? (cursor === undefined ? 'loading' : 'live') : 'closed',
      atStart: window.atStart,
      atEnd: window.atEnd,
      newer: window.atEnd ? 0 : Math.max(0, entry.n - (window.messages.at(-1)?.n ?? 0)),
      loadingOlder: this.#history.isLoadingOlder,
      loadingNewer: this.#history.isLoadingNewer,
      ...(me === undefined ? {} : { me }),
      readMark: kept(previous?.readMark, markOf(entry)),
      unread: unreadOf(entry),
    }
  }

  #applied(event: DurableEvent): void {
    this.#history.note(event)
    this.#members.note(event)
    if (event.type !== 'message.posted') return
    const { rooms, outbox, marks } = this.#inside
    rooms.posted(this.id, event.message)
    this.#typing.stopped(event.message.by)
    outbox.echoed(event)
    if (event.message.by !== this.#inside.self()?.id) marks.delivered(this.id, event.seq)
  }

  #restarted(): void {
    this.#inside.counters.resets++
    this.#receipts.forget()
    // Who came and went meanwhile was not told.
    if (this.#members.isLoaded) void this.loadMembers()
    const last = this.log.window.messages.at(-1)
    if (last !== undefined) this.#inside.marks.delivered(this.id, last.seq)
  }

  /** The window shows history that has changed unheard: the same place anew, or failing that the end. */
  #reload(seq: number): void {
    this.#history.jumpTo(seq).catch(() => {
      this.forget()
      this.follow.reopen()
    })
  }

  #gap(): void {
    if (!this.follow.isFull) return
    this.#inside.counters.gaps++
    this.#inside.repair.gapIn(this.id)
  }

  #write<T extends CommandType>(type: T, fields: Fields<T>): Promise<void> {
    const written = this.#inside.commands.run(type, fields)
    const done = written.then((reply) => {
      if ('seq' in reply) this.heardOf(reply.seq)
    })
    return quiet(done)
  }

  /** Asked once a connection: a room one may not see does not come to be by asking again. */
  #lookUp(): void {
    const { rooms, roomInfos } = this.#inside
    if (this.#isLookedUp || rooms.entry(this.id).room !== undefined) return
    this.#isLookedUp = true
    roomInfos.want(this.id)
  }

  async #whoRead(seq: number): Promise<Reader[]> {
    const readers: Reader[] = []
    for (;;) {
      const after = readers.at(-1)?.user
      const fields = { room: this.id, seq, limit: BOUNDS.receiptsPage, ...(after === undefined ? {} : { after }) }
      const { receipts, more } = await this.#inside.commands.run('receipts', fields)
      readers.push(...receipts)
      if (!more || receipts.length === 0 || readers.length >= MEMBERS_MAX) return readers
    }
  }

  #room(): { room: RoomId; cid: Cid } {
    return { room: this.id, cid: newCid(this.#inside.environment) }
  }

  #place(seq: number): { room: RoomId; cid: Cid; seq: number } {
    return { ...this.#room(), seq }
  }
}
