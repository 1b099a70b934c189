import { renewSession } from '@natter/core'
import { refuse } from '@natter/protocol'
import type { Command, CommandOf } from '@natter/protocol'
import type { Answer } from '../commands/answer.ts'
import { runCommand } from '../commands/run-command.ts'
import type { Actor } from '../ports/ports.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { openRoom } from './open-room.ts'
import { backToDigest } from './subscribe.ts'

/** Runs a command that came over a socket: those about the connection here, all others by the one door. Undefined: answered already. */
export async function runOnSocket(
  gateway: Gateway,
  connection: Connection,
  command: Command,
): Promise<Answer | undefined> {
  const { actor } = connection
  if (actor === undefined) return refuse('unauthorized', 'Say hello first.')
  switch (command.type) {
    case 'bye':
      connection.close('normal', '')
      return undefined
    case 'session.renew':
      return renew(gateway, connection, actor, command)
    case 'room.open':
      return open(gateway, connection, command)
    case 'room.close':
      backToDigest(connection, command.room)
      return { ok: {} }
    case 'presence.set':
      gateway.presence.choose(actor.user.id, command.status)
      return { ok: {} }
    case 'presence.watch':
      return { ok: { presence: gateway.presence.watch(connection, command.users) } }
    case 'activity':
      connection.activity = command.state
      gateway.presence.stirred(actor.user.id)
      return { ok: {} }
    case 'history':
      return history(gateway, connection, actor, command)
    default:
      return noted(connection, command, await runCommand(gateway.ports, actor, command))
  }
}

/**
 * A page holds what has become of its messages by now. It is not to run ahead of the events, or a client whose log is
 * rolled back in between would keep, from a cursor that still stands, what the log has lost.
 */
async function history(
  gateway: Gateway,
  connection: Connection,
  actor: Actor,
  command: CommandOf<'history'>,
): Promise<Answer> {
  const page = await runCommand(gateway.ports, actor, command)
  if (connection.rooms.get(command.room)?.level === 'full') await gateway.rooms.reach(command.room)
  return page
}

/** Remembers how far the client knows a room by what it wrote: the feed of this node may hear of it later. */
function noted(connection: Connection, command: Command, answer: Answer): Answer {
  if (!('ok' in answer) || !('room' in command) || !('cid' in command || 'items' in command)) return answer
  // The cast: what answers a write, one place or several, names them.
  const written = answer.ok as { seq?: number; items?: { seq: number }[] }
  const seq = written.items?.at(-1)?.seq ?? written.seq ?? 0
  const subscription = connection.rooms.get(command.room)
  if (subscription !== undefined) subscription.wroteSeq = Math.max(subscription.wroteSeq, seq)
  return answer
}

async function open(
  gateway: Gateway,
  connection: Connection,
  { id, room, cursor = null }: CommandOf<'room.open'>,
): Promise<Answer | undefined> {
  const sink = {
    fits: (bytes: number) => connection.canAnswer(bytes),
    take: (json: string) => connection.pushJson(`{"re":${id},"ok":${json}}`),
  }
  return openRoom(gateway, connection, { room, cursor }, sink)
}

async function renew(
  gateway: Gateway,
  connection: Connection,
  actor: Actor,
  command: CommandOf<'session.renew'>,
): Promise<Answer> {
  const found = await gateway.doorkeeper.identify(command.token)
  if (found === undefined) return refuse('unauthorized', 'This token is unknown or has ended.')
  if (found.user.id !== actor.user.id) return refuse('forbidden', 'This token is of another user.')
  connection.actor = { user: found.user, session: found.session.id }
  connection.session = renewSession(connection.session, found.session.expiresAt)
  return { ok: { expiresAt: found.session.expiresAt } }
}
