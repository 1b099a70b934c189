import type {
  BOUNDS,
  CommandType,
  DurableEvent,
  EphemeralEvent,
  Member,
  Message,
  ReadMark,
  Room,
  RoomId,
} from '@natter/protocol'
import { newCid } from './chance.ts'
import { NatterError } from './errors.ts'
import { createFollow } from './follow.ts'
import type { Follow } from './follow.ts'
import { createHistory } from './history.ts'
import type { Inside } from './inside.ts'
import { createLane } from './lane.ts'
import type { Lane } from './lane.ts'
import { createMembers, MEMBERS_MAX } from './members.ts'
import { quiet } from './quiet.ts'
import { createReceipts } from './receipts.ts'
import type { Fields } from './requests.ts'
import { markOf, UNKNOWN_ROOM, unreadOf, withMessage, withRoom } from './room-entry.ts'
import type { RoomEntry, RoomSummary } from './room-entry.ts'
import type { Reader, RoomHandle } from './room-handle.ts'
import { createRoomLog } from './room-log.ts'
import type { RoomLog } from './room-log.ts'
import { lastOf } from './timeline.ts'
import { createItems } from './timeline-items.ts'
import type { Timeline } from './timeline-items.ts'
import { createTyping } from './typing.ts'
import { createSource, kept } from './view.ts'

const RECEIPTS_PAGE: (typeof BOUNDS)['receiptsPage'] = 200

/** One room from the inside: brings its log, its level, its marks and its outbox together. */
export interface RoomInside extends RoomHandle {
  readonly entry: RoomEntry
  readonly log: RoomLog
  readonly follow: Follow
  readonly lane: Lane
  /** The room in the list of one's own; undefined while it is not known what it is. */
  summary(): RoomSummary | undefined
  put(change: Partial<RoomEntry>): void
  /** As an answer or its log tells it; `isFresh`: that is how it is, even if more was known before. */
  setRoom(room: Room, isFresh?: boolean): void
  /** A connection is live; `part` is what its greeting holds for this room, undefined when it was not asked. */
  connected(part: unknown): void
  disconnected(): void
  /** An event nobody stores. */
  heard(event: EphemeralEvent): void
  /** The server has a read mark; `mentions`: after it, where that is known. */
  marked(mark: ReadMark & { readonly mentions?: number | undefined }): void
  /** One is in it. */
  welcome(member: Member): void
  /** One is not in it any more. */
  left(): void
  /** Forgets the log: the next catch-up starts anew. */
  forget(): void
  /** The SDK is closing. */
  stop(error: NatterError): void
}

export function createRoom(id: RoomId, inside: Inside): RoomInside {
  const { environment, marks, repair, rooms, run } = inside
  let entry = UNKNOWN_ROOM
  let known: RoomSummary | undefined
  let isLookedUp = false
  const itemsOf = createItems()
  const info = createSource(() => entry.room, lookUp)
  const timeline = createSource<Timeline>((previous) => kept(previous, look(previous)))
  const log = createRoomLog(
    {
      get room() {
        return entry.room
      },
      setRoom,
      applied,
      restarted,
      missing() {
        if (follow.isFull) repair.gapIn(id)
      },
      refuse,
      changed: timeline.changed,
    },
    inside,
  )
  const follow = createFollow(id, inside, log, touched)
  const lane = createLane({ id, acknowledged, touched }, inside)
  const history = createHistory(id, inside, log, timeline.changed)
  const members = createMembers(id, inside)
  const receipts = createReceipts()
  const typing = createTyping(id, inside)

  /** Asked once a connection: a room one may not see does not come to be by asking again. */
  function lookUp(): void {
    if (isLookedUp || entry.room) return
    isLookedUp = true
    inside.lookUp(id)
  }

  function look(previous: Timeline | undefined): Timeline {
    const { me, reader, window } = log
    return {
      items: kept(previous?.items, itemsOf(window, lane.pending, inside.selfId)),
      status: !follow.isWanted ? 'closed' : reader.cursor === undefined ? 'loading' : 'live',
      atStart: window.atStart,
      atEnd: window.atEnd,
      newer: window.atEnd ? 0 : Math.max(0, entry.n - (window.messages.at(-1)?.n ?? 0)),
      loadingOlder: history.loadingOlder,
      loadingNewer: history.loadingNewer,
      me,
      readMark: kept(previous?.readMark, markOf(entry)),
      unread: unreadOf(entry),
    }
  }

  /** Something that the timeline and the list of rooms show is not as it was. */
  function touched(): void {
    timeline.changed()
    info.changed()
    rooms.view.changed()
  }

  function put(change: Partial<RoomEntry>): void {
    entry = { ...entry, ...change }
    // What the mark passes is not unread, and so no mention.
    entry = { ...entry, mentions: Math.min(entry.mentions, unreadOf(entry)) }
    touched()
  }

  function setRoom(room: Room, isFresh = false): void {
    put(isFresh ? { room, seq: room.head[0], n: room.n } : withRoom(entry, room))
  }

  function posted(message: Message): void {
    put(withMessage(entry, message, inside.self, rooms.nextRank()))
  }

  function applied(event: DurableEvent): void {
    history.note(event)
    members.note(event)
    // The server follows no further; if one is back already, as the user's log may have said before, it is to begin again.
    if (event.type === 'member.left' && event.user === inside.selfId) {
      follow.disconnected()
      follow.connected(undefined)
    }
    if (event.type !== 'message.posted') return
    const { by } = event.message
    posted(event.message)
    typing.posted(by)
    if (by === inside.selfId) lane.echoed(event)
    else marks.delivered(id, event.seq)
  }

  function restarted(): void {
    receipts.forget()
    // Who came and went meanwhile was not told.
    if (members.view.value.members.length > 0) void handle.loadMembers()
    const last = log.window.messages.at(-1)
    if (last) marks.delivered(id, last.seq)
  }

  /** One's own message was answered, before or after its event. */
  function acknowledged(message: Message): void {
    posted(message)
    // Otherwise the log may have been rolled back, and have it at another place already; its catch-up brings it.
    if (follow.isFull) log.acknowledged(message)
  }

  function refuse(error: NatterError): void {
    log.welcome(undefined)
    typing.forget()
    follow.refuse(error)
  }

  function forget(): void {
    log.forget()
    members.forget()
    receipts.forget()
  }

  /** A command that changes the room; `cid` is its own. */
  async function write<T extends CommandType>(type: T, fields: Omit<Fields<T>, 'room' | 'cid'>): Promise<void> {
    // The cast: the two fields that every such command has are put back.
    await run(type, { ...fields, room: id, cid: newCid(environment) } as unknown as Fields<T>)
  }

  const handle: RoomInside = {
    id,
    info,
    timeline,
    typists: typing.view,
    receipts: receipts.view,
    members: members.view,
    log,
    follow,
    lane,
    get entry() {
      return entry
    },
    open: follow.open,
    close() {
      follow.close()
      if (follow.isWanted) return
      typing.forget()
      receipts.forget()
      // What is kept lets one come back at once; with many rooms it must not be much.
      if (log.window.atEnd) log.show(lastOf(log.window))
      else forget()
    },
    loadOlder: history.loadOlder,
    loadNewer: history.loadNewer,
    jumpTo: history.jumpTo,
    jumpToLatest: () => (log.window.atEnd ? Promise.resolve() : history.jumpTo()),
    loadMembers: members.load,
    send(text, options) {
      typing.sent()
      return lane.send(text, options?.replyTo)
    },
    retry: lane.retry,
    discard: lane.discard,
    edit: (seq, text) => write('message.edit', { seq, text }),
    delete: (seq) => write('message.delete', { seq }),
    react: (seq, emoji) => write('reaction.add', { seq, emoji }),
    unreact: (seq, emoji) => write('reaction.remove', { seq, emoji }),
    markRead(seq) {
      const message = log.window.messages.findLast((each) => each.seq <= seq)
      // Older than what is at hand: how many messages that leaves unread only the server can say.
      marks.read(handle, seq < entry.seq ? { seq, n: message?.n ?? markOf(entry).n } : { seq: entry.seq, n: entry.n })
    },
    markUnread: (fromSeq) => marks.force(handle, Math.max(0, fromSeq - 1)),
    typing: typing.announce,
    update: (change) => write('room.update', change),
    leave: () => write('room.leave', {}),
    invite: (user) => write('room.invite', { user }),
    remove: (user) => write('room.remove', { user }),
    async whoRead(seq) {
      const readers: Reader[] = []
      let more = true
      while (more && readers.length < MEMBERS_MAX) {
        const page = await run('receipts', { room: id, seq, limit: RECEIPTS_PAGE, after: readers.at(-1)?.user })
        readers.push(...page.receipts)
        more = page.more && page.receipts.length > 0
      }
      return readers
    },
    summary() {
      const { room, mentions, lastAt } = entry
      if (!room) return undefined
      const failedSends = lane.pending.filter(({ state }) => state === 'failed').length
      const state = { unread: unreadOf(entry), mentions, lastAt, readSeq: markOf(entry).seq }
      known = kept(known, { id, room, ...state, opened: follow.isWanted, failedSends })
      return known
    },
    put,
    setRoom,
    connected(part) {
      isLookedUp = false
      if (info.isWatched) lookUp()
      follow.connected(part)
      lane.connected()
    },
    disconnected() {
      follow.disconnected()
      lane.disconnected()
      typing.forget()
    },
    heard(event) {
      if (event.type === 'typing') typing.heard(event.by, event.expiresInMs)
      if (event.type === 'receipts.moved') receipts.moved(event.marks)
      if (event.type !== 'room.moved') return
      const { seq, n, at, mentions = 0, details, ownAfterN = Infinity } = event
      if (details) setRoom(details)
      if (markOf(entry).n >= ownAfterN) put({ mark: { seq, n } })
      const head = { seq: Math.max(entry.seq, seq), mentions: entry.mentions + mentions }
      put(n > entry.n ? { ...head, n, lastAt: at, rank: rooms.nextRank() } : head)
    },
    marked({ seq, n, mentions = entry.mentions }) {
      const { hoped } = entry
      // What it says next counts, also where it goes back.
      put({ mark: { seq, n }, mentions, hoped: hoped && hoped.seq > seq ? hoped : undefined })
    },
    welcome(member) {
      log.welcome(member)
      if (follow.isRefused) follow.connected(undefined)
    },
    left() {
      put({ isMine: false })
      refuse(new NatterError('not_member', 'This is not your room.'))
    },
    forget,
    stop(error) {
      refuse(error)
      lane.stop(error)
    },
  }
  return quiet(handle)
}
