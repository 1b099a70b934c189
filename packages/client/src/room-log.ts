import { foldMessages, foldRoom } from '@natter/protocol'
import type { CatchUpReset, DurableEvent, Member, Message, Room } from '@natter/protocol'
import { errorIn } from './errors.ts'
import type { NatterError } from './errors.ts'
import type { Inside } from './inside.ts'
import type { Repairable } from './repair.ts'
import { isRecord } from './shapes.ts'
import { createLogReader } from './sync.ts'
import type { LogReader } from './sync.ts'
import { EMPTY_WINDOW, windowOfReset, withLine, withPosted } from './timeline.ts'
import type { TimelineWindow } from './timeline.ts'
import { readCatchUp } from './wire.ts'

/** The room whose log is read. */
export interface LoggedRoom {
  readonly room: Room | undefined
  /** `isFresh`: as the server has it now, whatever was known before. */
  setRoom(room: Room, isFresh?: boolean): void
  /** An event was applied, exactly once and in order. */
  applied(event: DurableEvent): void
  /** A fresh start: what is known of members and receipts may be old. */
  restarted(): void
  /** Something is missing. */
  missing(): void
  /** The room is not there for us any more. */
  refuse(error: NatterError): void
  changed(): void
}

/** The reading of one room: its place in the log, the window of its timeline, one's own membership. No traffic of its own. */
export interface RoomLog extends Repairable {
  readonly reader: LogReader<DurableEvent>
  readonly window: TimelineWindow
  readonly me: Member | undefined
  /** Counts the times the window was replaced: a page that was asked for before does not belong to it any more. */
  readonly restarts: number
  /** Takes the answer to `hello`, `room.open` or `sync`; returns what is wrong with it. */
  takeCatchUp(part: unknown): NatterError | undefined
  /** `isOther`: it is another part of the history. */
  show(window: TimelineWindow, isOther?: boolean): void
  /** Shows one's own message as soon as it is acknowledged; its event comes later and finds it there. */
  acknowledged(message: Message): void
  /** Messages with what an event changes about them. */
  changedBy(event: DurableEvent, messages: readonly Message[]): readonly Message[]
  /** One's membership, where the log has not told it; undefined: there is none any more. */
  welcome(member: Member | undefined): void
  /** Forgets the place and the window. */
  forget(): void
}

export function createRoomLog(room: LoggedRoom, inside: Pick<Inside, 'selfId' | 'counters'>): RoomLog {
  const reader = createLogReader<DurableEvent>({ apply, missing: room.missing })
  let window = EMPTY_WINDOW
  let me: Member | undefined
  let restarts = 0

  function restart(reset: CatchUpReset): void {
    if (reader.cursor) inside.counters.resets++
    reader.startAt(reset.upTo)
    me = reset.member
    room.setRoom(reset.room, true)
    show(windowOfReset(reset), true)
    room.restarted()
    reader.takeDelta([], reset.upTo)
  }

  function apply(event: DurableEvent): void {
    const { type } = event
    const before = room.room
    let next = { ...window, messages: changedBy(event, window.messages) }
    if (type === 'message.posted') next = withPosted(next, event.message)
    if (type.startsWith('member.') || type === 'room.updated') next = withLine(next, event)
    if ('member' in event && event.member.user === inside.selfId) me = { ...me, ...event.member }
    if (type === 'member.left' && event.user === inside.selfId) me = undefined
    show(next)
    room.applied(event)
    // Only now: to be applied, a message must still be news.
    if (before !== undefined) room.setRoom({ ...foldRoom(before, event), head: [event.seq, event.ref] })
  }

  function changedBy(event: DurableEvent, messages: readonly Message[]): readonly Message[] {
    return event.type === 'message.posted' ? messages : foldMessages(messages, event)
  }

  function takeCatchUp(part: unknown): NatterError | undefined {
    const catchUp = readCatchUp(part, 'reset')
    const { cursor } = reader
    if (catchUp?.mode === 'reset') restart(catchUp)
    else if (!catchUp || !cursor) return errorIn(isRecord(part) && part['error'])
    else {
      // What was shown ahead of the log comes with it, unless the log was rolled back since.
      show({ ...window, messages: window.messages.filter(({ seq }) => seq <= cursor[0]) })
      reader.takeDelta(catchUp.events, catchUp.upTo)
    }
    return undefined
  }

  function show(next: TimelineWindow, isOther = false): void {
    if (isOther) restarts++
    window = next
    room.changed()
  }

  return {
    reader,
    get window() {
      return window
    },
    get me() {
      return me
    },
    get restarts() {
      return restarts
    },
    takeCatchUp,
    takeRepair(part) {
      const error = takeCatchUp(part)
      const isPutOff = error?.retryAfterMs !== undefined
      if (error && !isPutOff) room.refuse(error)
      return isPutOff
    },
    show,
    acknowledged(message) {
      if (reader.cursor && message.seq > reader.cursor[0]) show(withPosted(window, message))
    },
    changedBy,
    welcome(member) {
      me = member && (me ?? member)
      room.changed()
    },
    forget() {
      reader.forget()
      me = undefined
      show(EMPTY_WINDOW, true)
    },
  }
}
