import { isRefusal } from '@natter/protocol'
import type { CommandOf, RoomId } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from './answer.ts'
import { publishInbox } from './write-room.ts'

/** Moves the actor's read mark, and tells their other devices and, as a receipt, the room. */
export async function markRead(ports: Ports, actor: Actor, command: CommandOf<'read'>): Promise<Answer> {
  const { room, seq, force = false } = command
  const moved = await ports.store.markRead({ user: actor.user.id, room, seq, force, at: ports.clock.now() })
  if (isRefusal(moved)) return moved
  publishInbox(ports, moved.inbox)
  if (moved.moved)
    ports.bus.publish(room, { kind: 'receipts', room, marks: [[actor.user.id, moved.mark.seq, moved.deliveredSeq]] })
  return { ok: { ...moved.mark, mentions: moved.mentions } }
}

/** Moves delivery marks of several rooms at once. */
export async function markDelivered(ports: Ports, actor: Actor, command: CommandOf<'delivered'>): Promise<Answer> {
  const marks = new Map(Object.entries(command.marks) as [RoomId, number][])
  for (const { room, readSeq, deliveredSeq } of await ports.store.markDelivered(actor.user.id, marks)) {
    ports.bus.publish(room, { kind: 'receipts', room, marks: [[actor.user.id, readSeq, deliveredSeq]] })
  }
  return { ok: {} }
}
