import type {
  CatchUp,
  Cursor,
  DurableEvent,
  Member,
  Message,
  ReadMark,
  Room,
  RoomId,
  User,
  UserId,
} from '@natter/protocol'
import { fold, markAfterPost } from '@natter/protocol'
import type { RoomView } from '@natter/protocol'

const RESET_MESSAGES = 50

type Fields = {
  [Type in DurableEvent['type']]: Omit<Extract<DurableEvent, { type: Type }>, 'room' | 'seq' | 'ref' | 'at'>
}[DurableEvent['type']]

/** A room of the fake server: its log, and what follows from it. */
export class FakeRoom {
  readonly id: RoomId
  readonly log: DurableEvent[] = []
  readonly members = new Map<UserId, Member>()
  readonly marks = new Map<UserId, ReadMark>()
  deltaEventsMax = 500
  #view: RoomView

  constructor(id: RoomId, owner: User, at: number, more: Partial<Room> = {}) {
    this.id = id
    const room: Room = {
      id,
      kind: 'private',
      name: 'Den',
      createdAt: at,
      createdBy: owner.id,
      head: [0, ''],
      n: 0,
      members: 0,
      updatedSeq: 1,
      ...more,
    }
    this.#view = { room, cursor: [0, ''], messages: [] }
    this.append({ type: 'room.updated', by: owner.id, details: room }, at)
  }

  get room(): Room {
    return this.#view.room
  }

  get messages(): readonly Message[] {
    return this.#view.messages
  }

  get head(): number {
    return this.log.length
  }

  mentionsAfter(mark: number, { id, handle }: User): number {
    return this.messages.filter(({ seq, by, text }) => seq > mark && by !== id && text.includes(`@${handle}`)).length
  }

  append(fields: Fields, at: number): DurableEvent {
    const seq = this.log.length + 1
    const event = { ...fields, room: this.id, seq, ref: `r${seq}`, at }
    this.log.push(event)
    this.#view = fold(this.#view, event)
    if (event.type === 'member.joined') {
      this.members.set(event.member.user, event.member)
      this.marks.set(event.member.user, { seq, n: this.room.n })
    }
    if (event.type === 'member.left') this.members.delete(event.user)
    if (event.type === 'message.posted') {
      for (const [user, mark] of this.marks) this.marks.set(user, markAfterPost(mark, user, event.message))
    }
    return event
  }

  join(user: UserId, at: number, by = user): DurableEvent {
    const member: Member = { user, role: 'member', joinedAt: at }
    return this.append({ type: 'member.joined', by, member, members: this.members.size + 1 }, at)
  }

  post(
    by: UserId,
    { cid, text, replyTo }: { cid: string; text: string; replyTo?: number | undefined },
    at: number,
  ): DurableEvent & { type: 'message.posted' } {
    const seq = this.log.length + 1
    const message: Message = {
      seq,
      n: this.room.n + 1,
      by,
      at,
      cid,
      text,
      ...(replyTo === undefined ? {} : { replyTo }),
    }
    return this.append({ type: 'message.posted', by, cid, message }, at) as DurableEvent & { type: 'message.posted' }
  }

  catchUp(user: UserId, cursor: Cursor | null | undefined): CatchUp {
    const upTo: Cursor = [this.head, this.log.at(-1)?.ref ?? '']
    const missed = cursor ? this.log.slice(cursor[0]) : undefined
    const isKnown = cursor && this.log[cursor[0] - 1]?.ref === cursor[1]
    if (missed !== undefined && isKnown && missed.length <= this.deltaEventsMax)
      return { mode: 'delta', upTo, events: missed }
    const messages = this.messages.slice(-RESET_MESSAGES)
    const first = messages[0]?.seq ?? 0
    const older = this.messages[0]?.seq ?? first
    const mark = this.marks.get(user)
    const member: Member = {
      ...(this.members.get(user) ?? { user, role: 'member', joinedAt: 0 }),
      ...(mark === undefined ? {} : { readSeq: mark.seq }),
    }
    const hole: { hole?: [number, number] } = older < first ? { hole: [1, first - 1] } : {}
    return { mode: 'reset', upTo, room: this.room, member, messages: [...messages], ...hole }
  }
}
