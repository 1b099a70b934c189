import type { Room } from '@natter/protocol'
import type { Draft } from './facts.ts'
import type { Place } from './number-draft.ts'

/** The room as it is after a draft was given its place; `before` is undefined for the row that makes it. */
export function roomAfter(before: Room | undefined, draft: Draft, place: Place): Room {
  const { seq, ref, at, by } = place
  const head: Room['head'] = [seq, ref]
  if (draft.type === 'room.created') {
    return { ...draft.room, createdAt: at, createdBy: by, head, n: 0, members: 0, updatedSeq: seq }
  }
  if (before === undefined) throw new Error(`${draft.type} came before its room ${place.room} was made.`)
  switch (draft.type) {
    case 'message.posted':
      return { ...before, head, n: before.n + 1 }
    case 'member.joined':
      return { ...before, head, members: before.members + 1 }
    case 'member.left':
      return { ...before, head, members: before.members - 1 }
    case 'room.updated':
      return { ...changed(before, draft.change, at), head, updatedSeq: seq }
    default:
      return { ...before, head }
  }
}

function changed(before: Room, change: Extract<Draft, { type: 'room.updated' }>['change'], at: number): Room {
  const room = { ...before }
  if (change.name !== undefined) room.name = change.name
  if (change.topic !== undefined) room.topic = change.topic
  if (room.topic === '') delete room.topic
  if (change.archived === true) room.archivedAt = at
  if (change.archived === false) delete room.archivedAt
  return room
}
