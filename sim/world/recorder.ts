import type { CatchUp, Command, CommandOf, Cursor, DurableEvent, InboxEvent, RoomId, UserId } from '@natter/protocol'
import type { HistoryRecord, ReceivedRow } from '@natter/protocol/history'
import type { RoomCommand } from '../../packages/core/src/index.ts'
import { createdRoomId, directRoomId } from '../../packages/server/src/commands/room-id.ts'
import { hashOf } from './hash.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Fields of any line that a frame makes. */
interface Whose {
  proc: string
  user: UserId
}

/** A frame from a server, as far as it is looked at here. */
type ServerFrame = {
  re?: number
  ok?: Record<string, unknown>
  error?: unknown
  type?: string
  control?: string
  rooms?: RoomId[]
}

/** A socket as the client sees it, whatever is under it. */
export interface SocketEnd {
  readonly id: string
}

/** Hears what passes. */
export interface SocketTap {
  sent(end: SocketEnd, text: string): void
  heard(end: SocketEnd, text: string): void
  /** Nothing passes any more; its questions are forgotten. */
  ended(end: SocketEnd): void
  /** The same for all of them. */
  endedAll(): void
  /** What was asked and not answered over those that are still there. */
  unanswered(): string[]
}

/** Writes down what passes over one client's sockets, as lines of a history. */
export function recordSockets(
  whose: Whose,
  { time, write }: { time: VirtualTime; write: (record: HistoryRecord) => void },
): SocketTap {
  const asked = new Map<SocketEnd, Map<number, Command>>()
  const over = new WeakSet<SocketEnd>()

  function sent(end: SocketEnd, text: string): void {
    const command = JSON.parse(text) as Command
    if (typeof command.id !== 'number') return
    const questions = asked.get(end) ?? new Map<number, Command>()
    if (!over.has(end)) asked.set(end, questions.set(command.id, command))
    const base = { t: time.now, ...whose, phase: 'invoke' } as const
    for (const [room, from] of roomsAsked(command))
      write({ ...base, op: 'resume', room, conn: end.id, id: idOf(end, command.id, room), from })
    if (command.type === 'history') write({ ...base, op: 'history', room: command.room, id: idOf(end, command.id) })
    else if (command.type === 'read' && command.force === true) write({ ...base, op: 'force', room: command.room })
    else if ('cid' in command && command.type !== 'message.send' && command.type !== 'settings.set')
      write({ ...base, op: 'write', room: roomOf(whose.user, command), cid: command.cid })
  }

  function heard(end: SocketEnd, text: string): void {
    const frame = JSON.parse(text) as ServerFrame
    if (frame.re !== undefined) {
      const question = asked.get(end)?.get(frame.re)
      asked.get(end)?.delete(frame.re)
      if (question !== undefined) answered(end, question, frame)
    } else if (frame.control === 'lag') lag(end, frame.rooms ?? [])
    else if (frame.type !== undefined) event(end, frame as unknown as DurableEvent | InboxEvent, text)
  }

  function lag(end: SocketEnd, rooms: readonly RoomId[]): void {
    for (const room of rooms) write({ t: time.now, ...whose, op: 'lag', phase: 'ok', room, conn: end.id })
  }

  function answered(end: SocketEnd, question: Command, { ok }: ServerFrame): void {
    const base = { t: time.now, ...whose } as const
    for (const [room] of roomsAsked(question)) {
      const part = ok === undefined ? undefined : partOf(question, ok, room)
      const id = idOf(end, question.id, room)
      if (part?.mode === undefined) write({ ...base, op: 'resume', phase: 'fail', room, conn: end.id, id })
      else write({ ...base, op: 'resume', phase: 'ok', room, conn: end.id, id, ...resumed(part) })
    }
    if (ok === undefined) return
    if (question.type === 'history') {
      const { messages } = ok as { messages: { seq: number }[] }
      const seq = messages.at(-1)?.seq ?? 0
      write({ ...base, op: 'history', phase: 'ok', room: question.room, id: idOf(end, question.id), seq })
    } else if (question.type === 'message.send') sendAnswered(question.room, question.cid, ok)
    else if (question.type === 'message.sendMany')
      question.items.forEach(({ cid }, index) =>
        sendAnswered(question.room, cid, (ok['items'] as Record<string, unknown>[])[index] ?? {}),
      )
    else if ('cid' in question && question.type !== 'settings.set')
      write({
        ...base,
        op: 'write',
        phase: 'ok',
        room: roomOf(whose.user, question),
        cid: question.cid,
        seq: ok['seq'] as number,
      })
  }

  function sendAnswered(room: RoomId, cid: string, ok: Record<string, unknown>): void {
    const { seq, n } = ok as { seq: number; n: number }
    write({ t: time.now, ...whose, op: 'send', phase: 'ok', room, cid, seq, n })
  }

  function event(end: SocketEnd, heardEvent: DurableEvent | InboxEvent, text: string): void {
    const base = { t: time.now, ...whose, phase: 'ok' } as const
    // The cast: digests are events without a number of their own.
    const { type, room, seq } = heardEvent as { type: string; room: RoomId; seq: number }
    if (type === 'inbox.readMoved') {
      const { readSeq, n } = heardEvent as InboxEvent & { type: 'inbox.readMoved' }
      write({ ...base, op: 'mark', room, seq: readSeq, n })
    } else if (type === 'room.moved') write({ ...base, op: 'head', room, seq })
    else if (/^(message|reaction|member|room)\./.test(type)) {
      const { ref } = heardEvent
      write({ ...base, op: 'recv', room, conn: end.id, seq, ref, hash: hashOf(text) })
    }
  }

  return {
    sent,
    heard,
    ended(end) {
      over.add(end)
      asked.delete(end)
    },
    endedAll: () => asked.clear(),
    unanswered: () =>
      [...asked].flatMap(([{ id }, questions]) =>
        [...questions.values()].flatMap(({ type }) =>
          // A poll is answered when there is news.
          type === 'hello' ? [] : [`${id} has no answer to ${type}`],
        ),
      ),
  }
}

/** Where a write goes; the rooms that it makes have ids that follow from it. */
function roomOf(user: UserId, command: RoomCommand): RoomId {
  if (command.type === 'room.create') return createdRoomId(user, command.cid)
  return command.type === 'dm.open' ? directRoomId(user, command.users) : command.room
}

function roomsAsked(command: Command): [RoomId, Cursor | null][] {
  if (command.type === 'room.open') return [[command.room, command.cursor ?? null]]
  if (command.type !== 'hello' && command.type !== 'sync') return []
  return Object.entries((command as CommandOf<'sync'>).rooms ?? {}) as [RoomId, Cursor | null][]
}

function partOf({ type }: Command, ok: Record<string, unknown>, room: RoomId): Partial<CatchUp> | undefined {
  if (type === 'room.open') return ok
  return (ok['rooms'] as Record<RoomId, Partial<CatchUp>>)[room]
}

function resumed(part: Partial<CatchUp>): { mode: 'delta' | 'reset'; seq: number; ref: string; rows: ReceivedRow[] } {
  const {
    mode,
    upTo: [seq, ref],
  } = part as CatchUp
  const events = part.mode === 'delta' ? (part.events ?? []) : []
  const rows = events.map((row) => ({ seq: row.seq, ref: row.ref, hash: hashOf(JSON.stringify(row)) }))
  return { mode, seq, ref, rows }
}

function idOf(end: SocketEnd, id: number, room = ''): string {
  return `${end.id} ${id} ${room}`
}
