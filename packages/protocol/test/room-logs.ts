import type { DurableEvent, Message, Room, RoomView, UserId } from '@natter/protocol'
import * as fc from 'fast-check'

/** A log that a server could have written, and the view of somebody who has read all of it. */
export interface RoomLog {
  events: DurableEvent[]
  truth: RoomView
}

const KINDS = ['post', 'edit', 'delete', 'react', 'pin', 'unpin', 'join', 'leave', 'rename', 'unknown'] as const
type Kind = (typeof KINDS)[number]

const steps = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat() }), { maxLength: 60 })

/** Random logs. The truth is kept as a server would: by tables that are changed in place, not by folding. */
export const roomLogs: fc.Arbitrary<RoomLog> = steps.map((picked) => {
  const house = new House()
  for (const { kind, pick } of picked) house.happen(kind, pick)
  return { events: house.events, truth: house.view() }
})

/** The view of somebody who has read nothing: the room as the first event of any of these logs finds it. */
export function emptyView(): RoomView {
  return new House().view()
}

const ADA: UserId = 'us_ada1'

class House {
  readonly events: DurableEvent[] = []
  readonly #messages: Message[] = []
  #room: Room = {
    id: 'rm_den1',
    kind: 'public',
    name: 'den 0',
    createdAt: 0,
    createdBy: ADA,
    head: [0, ''],
    n: 0,
    members: 1,
    updatedSeq: 0,
  }

  view(): RoomView {
    return { room: this.#room, cursor: this.#room.head, messages: [...this.#messages] }
  }

  happen(kind: Kind, pick: number): void {
    const seq = this.#room.head[0] + 1
    const ref = `r${seq}`
    this.#room = { ...this.#room, head: [seq, ref] }
    const base = { room: this.#room.id, seq, ref, at: seq * 10, by: ADA }
    this.events.push({ ...base, ...this.#change(kind, pick, seq) } as DurableEvent)
  }

  #change(kind: Kind, pick: number, seq: number): object {
    const index = this.#messages.length === 0 ? -1 : pick % this.#messages.length
    const message = this.#messages[index]
    switch (kind) {
      case 'join':
      case 'leave':
        this.#room = { ...this.#room, members: this.#room.members + (kind === 'join' ? 1 : -1) }
        return { type: kind === 'join' ? 'member.joined' : 'member.left', members: this.#room.members, user: ADA }
      case 'rename':
        this.#room = { ...this.#room, name: `den ${pick}`, updatedSeq: seq }
        return { type: 'room.updated', details: this.#room }
      case 'unknown':
        return { type: 'poll.opened' }
      default:
        return message === undefined || kind === 'post' ? this.#post(seq) : this.#touch(kind, message, index, seq)
    }
  }

  #post(seq: number): object {
    const n = this.#room.n + 1
    this.#room = { ...this.#room, n }
    const message: Message = { seq, n, by: ADA, at: seq * 10, cid: `c${seq}`, text: `message ${n}` }
    this.#messages.push(message)
    return { type: 'message.posted', message }
  }

  #touch(kind: Touch, message: Message, index: number, seq: number): object {
    const { after, ...event } = touched(kind, message, seq)
    this.#messages[index] = after
    return event
  }
}

type Touch = 'edit' | 'delete' | 'react' | 'pin' | 'unpin'

/** A message after something happened to it, and the fields of the event that tells of it. */
function touched(
  kind: Touch,
  message: Message,
  seq: number,
): { after: Message; type: string; [field: string]: unknown } {
  const subject = message.seq
  const { pinnedAt: _, ...unpinned } = message
  const { reactions: __, ...calm } = message
  const { n, by, at, cid } = message
  const edited = { ...message, text: `edit ${seq}`, editedAt: seq }
  const deleted = { seq: subject, n, by, at, cid, text: '', deletedAt: seq }
  switch (kind) {
    case 'edit':
      return { type: 'message.edited', message: edited, after: edited }
    case 'delete':
      return { type: 'message.deleted', message: deleted, after: deleted }
    case 'react':
      if (seq % 3 === 0) return { type: 'reaction.changed', subject, reactions: {}, after: calm }
      return {
        type: 'reaction.changed',
        subject,
        reactions: { '👍': [by] },
        after: { ...message, reactions: { '👍': [by] } },
      }
    case 'pin':
      return { type: 'message.pinned', subject, pinnedAt: seq, after: { ...message, pinnedAt: seq } }
    case 'unpin':
      return { type: 'message.unpinned', subject, after: unpinned }
  }
}
