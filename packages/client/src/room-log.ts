import { fold } from '@natter/protocol'
import type { CatchUp, Cursor, DurableEvent, Member, Message, Room, RoomId, UserId } from '@natter/protocol'
import { NatterError, errorOf } from './errors.ts'
import { readCatchUp } from './reply-shapes.ts'
import { isRecord, isWireError } from './shapes.ts'
import { LogReader } from './sync.ts'
import { EMPTY_WINDOW, windowOfReset, withLine, withPosted } from './timeline.ts'
import type { TimelineWindow } from './timeline.ts'

/** What the log of a room needs of what is around it. */
export interface RoomLogPorts {
  readonly id: RoomId
  self(): UserId | undefined
  room(): Room | undefined
  /** `isFresh`: as the server has it now, whatever was known before. */
  setRoom(room: Room, isFresh: boolean): void
  /** An event was applied, exactly once and in order. */
  applied(event: DurableEvent): void
  /** A fresh start: what was known of the room's members and receipts may be old. */
  restarted(): void
  /** The window shows older history that may have changed since: load it again around `seq`. */
  outdated(seq: number): void
  gap(): void
  /** The room is not there for us any more. */
  refused(error: NatterError): void
  changed(): void
}

/** The reading of one room: its place in the log, the window of its timeline, one's own membership. No traffic of its own. */
export class RoomLog {
  readonly #ports: RoomLogPorts
  readonly #reader = new LogReader<DurableEvent>()
  window: TimelineWindow = EMPTY_WINDOW
  me: Member | undefined
  /** Counts the times the window was replaced: a page that was asked for before does not fit any more. */
  generation = 0

  constructor(ports: RoomLogPorts) {
    this.#ports = ports
  }

  get cursor(): Cursor | undefined {
    return this.#reader.cursor
  }

  get hasGap(): boolean {
    return this.#reader.hasGap
  }

  take(event: DurableEvent): void {
    this.#apply(this.#reader.take(event))
    if (this.#reader.hasGap) this.#ports.gap()
  }

  /** Something else has shown that the log goes at least so far. */
  heardOfHead(seq: number): void {
    this.#reader.heardOfHead(seq)
    if (this.#reader.hasGap) this.#ports.gap()
  }

  dropEarly(): void {
    this.#reader.dropEarly()
  }

  /** Takes the answer to `hello`, `room.open` or `sync`; returns what is wrong with it. */
  takeCatchUp(part: unknown): NatterError | undefined {
    const catchUp = readCatchUp(part)
    if (catchUp === undefined || (catchUp.mode === 'delta' && this.cursor === undefined)) return errorIn(part)
    if (catchUp.mode === 'delta') this.#apply(this.#reader.takeDelta(catchUp.events, catchUp.upTo))
    else this.#restart(catchUp)
    this.#ports.changed()
    return undefined
  }

  takeRepair(part: unknown): void {
    const error = this.takeCatchUp(part)
    if (error !== undefined && error.retryAfterMs === undefined) this.#ports.refused(error)
  }

  show(window: TimelineWindow): void {
    this.window = window
    this.#ports.changed()
  }

  /** Puts another part of the history into the window. */
  showInstead(window: TimelineWindow): void {
    this.generation++
    this.show(window)
  }

  /** Shows one's own message as soon as it is acknowledged; its event comes later and finds it there. */
  acknowledged(message: Message): void {
    if (this.cursor !== undefined && message.seq > this.cursor[0]) this.show(withPosted(this.window, message))
  }

  /** The window's messages with what these events, in order, change about them. */
  replay(messages: readonly Message[], events: readonly DurableEvent[]): readonly Message[] {
    const room = this.#ports.room()
    if (room === undefined) return messages
    return events.reduce((now, event) => foldMessages(now, event, room), messages)
  }

  /** Forgets the place and the window. */
  forget(): void {
    this.#reader.forget()
    this.me = undefined
    this.showInstead(EMPTY_WINDOW)
  }

  #restart(reset: CatchUp & { mode: 'reset' }): void {
    const { window } = this
    const early = this.#reader.startAt(reset.upTo)
    this.me = reset.member
    this.#ports.setRoom(reset.room, true)
    this.generation++
    const middle = window.messages[window.messages.length >> 1]
    if (window.atEnd || middle === undefined) this.window = windowOfReset(reset)
    else this.#ports.outdated(middle.seq)
    this.#ports.restarted()
    this.#apply(early)
  }

  #apply(events: readonly DurableEvent[]): void {
    for (const event of events) this.#applyOne(event)
    if (events.length > 0) this.#ports.changed()
  }

  #applyOne(event: DurableEvent): void {
    const room = this.#ports.room()
    if (room !== undefined) {
      const next = fold({ room, cursor: before(event), messages: this.window.messages }, event)
      this.#ports.setRoom(next.room, false)
      if (event.type !== 'message.posted') this.window = { ...this.window, messages: next.messages }
    }
    if (event.type === 'message.posted') this.window = withPosted(this.window, event.message)
    if (LINES.has(event.type)) this.window = withLine(this.window, event)
    this.#applyToMe(event)
    this.#ports.applied(event)
  }

  #applyToMe(event: DurableEvent): void {
    const self = this.#ports.self()
    if ((event.type === 'member.joined' || event.type === 'member.updated') && event.member.user === self) {
      this.me = { ...this.me, ...event.member }
    }
    if (event.type === 'member.left' && event.user === self) this.me = undefined
  }
}

const LINES: ReadonlySet<string> = new Set(['member.joined', 'member.left', 'member.updated', 'room.updated'])

function foldMessages(messages: readonly Message[], event: DurableEvent, room: Room): readonly Message[] {
  return event.type === 'message.posted' ? messages : fold({ room, cursor: before(event), messages }, event).messages
}

/** The order is kept by the reader; `fold` only wants to be told that this event is next. */
function before({ seq }: DurableEvent): Cursor {
  return [seq - 1, '']
}

function errorIn(part: unknown): NatterError {
  const error = isRecord(part) && Object.hasOwn(part, 'error') ? part['error'] : undefined
  if (isWireError(error)) return errorOf(error)
  return new NatterError('internal', 'The catch-up of the room makes no sense.', { retryAfterMs: 5_000 })
}
