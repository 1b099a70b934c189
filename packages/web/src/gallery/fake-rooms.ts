import type { RoomSummary } from '@natter/client'
import type { Room, RoomId } from '@natter/protocol'
import { NOW } from './fake-conversation.ts'
import { ana, ben, chloe, dai, mallory } from './fake-people.ts'
import { planted } from './planted-text.ts'

function room(id: RoomId, { name, topic, ...more }: Partial<Room>): Room {
  return {
    ...(name === undefined ? {} : { name: planted(name) }),
    ...(topic === undefined ? {} : { topic: planted(topic) }),
    id,
    kind: 'public',
    createdAt: NOW - 90 * 86_400_000,
    createdBy: ana.id,
    head: [16, 'r'],
    n: 16,
    members: 5,
    updatedSeq: 1,
    ...more,
  }
}

export const concert = room('rm_concert', { name: 'concert', topic: 'Winter concert, 4 December, old town hall' })
const garden = room('rm_garden', { name: 'garden' })
const lunch = room('rm_lunch', { name: 'lunch-on-thursdays-and-other-very-important-plans' })
const board = room('rm_board', { name: 'board', kind: 'private', members: 3 })
export const oldRoom = room('rm_old0', { name: 'summer-2025', archivedAt: NOW })
export const dmBen = room('rm_dmben', { kind: 'direct', people: [ana.id, ben.id], members: 2 })
const dmDai = room('rm_dmdai', { kind: 'direct', people: [ana.id, dai.id], members: 2 })
const group = room('rm_group', { kind: 'group', people: [ana.id, chloe.id, dai.id, mallory.id], members: 4 })

export const PUBLIC_ROOMS: readonly Room[] = [concert, garden, lunch, oldRoom]

function summary(of: Room, more: Partial<RoomSummary> = {}): RoomSummary {
  return {
    id: of.id,
    room: of,
    unread: 0,
    mentions: 0,
    lastAt: NOW,
    readSeq: 16,
    opened: false,
    failedSends: 0,
    ...more,
  }
}

/** By recency, as the SDK gives them. */
export const SUMMARIES: readonly RoomSummary[] = [
  summary(concert, { opened: true }),
  summary(dmBen, { unread: 3 }),
  summary(lunch, { unread: 12 }),
  summary(board, { unread: 4, mentions: 2 }),
  summary(group),
  summary(garden, { failedSends: 1 }),
  summary(dmDai),
  summary(oldRoom),
]

/** As many rooms as a big place has. */
export function manyRooms(count: number): RoomSummary[] {
  return Array.from({ length: count }, (_, index) =>
    summary(room(`rm_many${index}`, { name: `room ${index + 1}` }), { unread: index % 7 === 0 ? index : 0 }),
  )
}
