import { decideMarkRead } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal, RoomId, UserId } from '@natter/protocol'
import type { MarkedRead, MarkRead } from '../../ports/log-store.ts'
import { note } from './inbox.ts'
import { countMentions } from './mentions.ts'
import { enter } from './room-access.ts'
import { activeAccount } from './world.ts'
import type { World } from './world.ts'

export function markRead(world: World, write: MarkRead): MarkedRead | Refusal {
  const { user, room, at } = write
  const entered = enter(world, user, room)
  if (isRefusal(entered)) return entered
  const { state, member } = entered
  const seq = Math.min(write.seq, state.room.head[0])
  const wanted = { seq, n: state.log[seq - 1]?.n ?? 0 }
  const mark = decideMarkRead({ seq: member.readSeq, n: member.readN }, wanted, write.force)
  if (mark === undefined) {
    return {
      mark: { seq: member.readSeq, n: member.readN },
      mentions: countMentions(state, user, member.readSeq),
      deliveredSeq: member.deliveredSeq,
      moved: false,
      inbox: [],
    }
  }
  const deliveredSeq = Math.max(member.deliveredSeq, mark.seq)
  state.members.set(user, { ...member, readSeq: mark.seq, readN: mark.n, deliveredSeq })
  return {
    mark,
    mentions: countMentions(state, user, mark.seq),
    deliveredSeq,
    moved: true,
    inbox: [note(world, user, at, { type: 'inbox.readMoved', room, mark })],
  }
}

export function markDelivered(
  world: World,
  user: UserId,
  marks: ReadonlyMap<RoomId, number>,
): { room: RoomId; readSeq: number; deliveredSeq: number }[] {
  if (activeAccount(world, user) === undefined) return []
  return [...marks].flatMap(([room, wanted]) => {
    const state = world.rooms.get(room)
    const member = state?.members.get(user)
    if (state === undefined || member === undefined) return []
    const deliveredSeq = Math.min(wanted, state.room.head[0])
    if (deliveredSeq <= member.deliveredSeq) return []
    state.members.set(user, { ...member, deliveredSeq })
    return [{ room, readSeq: member.readSeq, deliveredSeq }]
  })
}
