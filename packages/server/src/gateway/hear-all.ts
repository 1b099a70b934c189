import type { EphemeralEvent, User } from '@natter/protocol'
import type { BusMessage } from '../ports/bus.ts'
import type { Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import { SharedFrame } from './shared-frame.ts'

/** What every node hears: announcements, changed people, ended sessions. */
export function hearAll(gateway: Gateway, connections: Iterable<Connection>, message: BusMessage): void {
  if (message.kind === 'announcement') announce(connections, message)
  else if (message.kind === 'user') changeUser(gateway, connections, JSON.parse(message.json) as User)
  else if (message.kind === 'signedOut') signOut(gateway, message)
}

function announce(
  connections: Iterable<Connection>,
  { announcement }: Extract<BusMessage, { kind: 'announcement' }>,
): void {
  tellAll(connections, { type: 'announcement', announcement })
}

/** Names stand in messages, rooms and lists: who could see one of them is everybody, and a name that was missed stays old. */
function changeUser(gateway: Gateway, connections: Iterable<Connection>, user: User): void {
  for (const connection of gateway.users.connectionsOf(user.id)) {
    if (connection.actor !== undefined) connection.actor = { ...connection.actor, user }
  }
  tellAll(connections, { type: 'user.changed', user })
}

function signOut(gateway: Gateway, { user, sessions, why }: Extract<BusMessage, { kind: 'signedOut' }>): void {
  gateway.signOuts.note(user, why)
  for (const connection of gateway.users.connectionsOf(user)) {
    const session = connection.actor?.session
    if (sessions === undefined || (session !== undefined && sessions.includes(session)))
      connection.close(why, SENTENCES[why])
  }
}

/** What people read when it was not they who left. */
const SENTENCES = {
  signedOut: 'This device was signed out.',
  accountDisabled: 'This account was switched off.',
  permissionsChanged: 'Your permissions have changed.',
}

/** Everybody who has come in. */
function tellAll(connections: Iterable<Connection>, event: EphemeralEvent): void {
  const frame = new SharedFrame(JSON.stringify(event))
  for (const connection of connections) if (connection.actor !== undefined) connection.push(frame)
}
