import { isRefusal } from '@natter/protocol'
import type { CommandOf } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from './answer.ts'
import { publishInbox } from './write-room.ts'

/** Changes the actor's own settings, and tells all their devices. */
export async function setSettings(ports: Ports, actor: Actor, command: CommandOf<'settings.set'>): Promise<Answer> {
  const { cid, settings } = command
  const moved = await ports.store.setSettings({ user: actor.user.id, cid, change: settings, at: ports.clock.now() })
  if (isRefusal(moved)) return moved
  publishInbox(ports, moved.inbox)
  return { ok: moved.place }
}
