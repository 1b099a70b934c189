import { LIMITS } from '@natter/protocol'
import type { Limits, MemberRole, Message, Refusal, Room, User, UserId, UserRole } from '@natter/protocol'
import type { Membership, RoomFacts } from '@natter/core'

/** The people: ada made both rooms, moe moderates them, kim is a member; ben is outside. */
export const ada = person('ada')
export const moe = person('moe')
export const kim = person('kim')
export const ben = person('ben')
/** Runs the place together with its owner. */
export const eve = person('eve', 'admin')
export const zoe = person('zoe', 'owner')
export const gus = person('gus', 'guest')

export const den = room('rm_den1', 'public', { name: 'The den', slug: 'den' })
export const attic = room('rm_attic', 'private', { name: 'The attic' })
export const direct = room('rm_direct', 'direct', { people: [ada.id, kim.id] })

export const limits: Limits = LIMITS

/** What a rule is told: kim, a member of the den, unless said otherwise. */
export function facts(change: Partial<RoomFacts> = {}): RoomFacts {
  return {
    room: den,
    actor: kim,
    membership: inside(),
    subjects: new Map(),
    people: new Map(),
    mentioned: new Map(),
    ...change,
  }
}

/** The same with somebody who is not a member of the room. */
export function outside(actor: User, where: Room | undefined = den): RoomFacts {
  return facts({ actor, room: where, membership: undefined })
}

export function inside(role: MemberRole = 'member'): Membership {
  return { role, joinedAt: 1_000, readSeq: 0, readN: 0 }
}

export function archived(where: Room): Room {
  return { ...where, archivedAt: 9_000 }
}

/** Message 7 of the den, of kim unless said otherwise. */
export function message(change: Partial<Message> = {}): Message {
  return { seq: 7, n: 5, by: kim.id, at: 7_000, cid: 'c7', text: 'tea?', ...change }
}

export function subjects(...messages: Message[]): Map<number, Message> {
  return new Map(messages.map((each) => [each.seq, each]))
}

export function people(...each: [User, MemberRole?][]): RoomFacts['people'] {
  return new Map(
    each.map(([user, role]) => [user.id, { user, membership: role === undefined ? undefined : inside(role) }]),
  )
}

/** What an answer comes to: the code and the field of a refusal, or the answer itself. */
export function outcome<Answer>(answer: Answer | Refusal): Answer | { code: string; field?: string } {
  if (typeof answer !== 'object' || answer === null || !('refused' in answer)) return answer
  const { code, field } = answer.refused
  return field === undefined ? { code } : { code, field }
}

function person(handle: string, role: UserRole = 'member'): User {
  const id: UserId = `us_${handle}1`
  return { id, handle, name: handle, kind: role === 'guest' ? 'guest' : 'human', role }
}

function room(id: Room['id'], kind: Room['kind'], more: Partial<Room>): Room {
  return {
    id,
    kind,
    createdAt: 1_000,
    createdBy: 'us_ada1',
    head: [20, 'r20'],
    n: 10,
    members: 3,
    updatedSeq: 1,
    ...more,
  }
}
