import { BOUNDS, isRefusal } from '@natter/protocol'
import type { CommandOf } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from './answer.ts'

/** Announces that the actor is typing, or has stopped. Never stored. */
export async function startTyping(ports: Ports, actor: Actor, command: CommandOf<'typing'>): Promise<Answer> {
  const refused = command.on ? ports.rates.refusedTyping(actor.user.id, command.room) : undefined
  if (refused !== undefined) return refused
  const access = await ports.store.roomFor(actor.user.id, command.room)
  if (isRefusal(access)) return access
  const expiresInMs = command.on ? BOUNDS.typingExpiresMs : 0
  ports.bus.publish(command.room, { kind: 'typing', room: command.room, by: actor.user.id, expiresInMs })
  return { ok: {} }
}
