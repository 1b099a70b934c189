import type { DurableEvent, EphemeralEvent, InboxEvent, RoomId, User } from '@natter/protocol'
import type { Announcements } from './announcements.ts'
import type { Inside } from './inside.ts'
import type { Presence } from './presence.ts'
import { fits } from './shapes.ts'
import type { Json } from './shapes.ts'
import type { UserLog } from './user-log.ts'
import type { Cell } from './view.ts'
import { readRow } from './wire.ts'

/** Who hears of events. */
export interface Hearers extends Inside {
  readonly userLog: UserLog
  readonly presence: Presence
  readonly announcements: Announcements
  readonly selfView: Cell<User | undefined>
}

/** Hands what the server says to the part that it belongs to; drops and counts what is not right. */
export function receive(inside: Hearers, frame: Json): void {
  const { rooms, repair, requests, counters } = inside
  const { re, control, type, rooms: behind } = frame
  const row = readRow(frame)
  if (re !== undefined) requests.received(frame)
  else if (control === 'lag' && fits('r[]', behind)) {
    repair.behindIn(['user', ...(behind as RoomId[]).filter((id) => rooms.find(id)?.follow.isFull)])
    // The casts: as the prefix and the shape of its type say; what has another type falls through.
  } else if (row?.type.startsWith('inbox.')) inside.userLog.reader.take(row as InboxEvent)
  else if (row !== undefined) rooms.find((row as DurableEvent).room)?.log.reader.take(row as DurableEvent)
  else if (typeof type === 'string' && fits(type, frame)) hearEphemeral(inside, frame as EphemeralEvent)
  else counters.malformed++
}

function hearEphemeral(inside: Hearers, event: EphemeralEvent): void {
  const { rooms, presence, users, announcements, selfView } = inside
  if ('room' in event) rooms.find(event.room)?.heard(event)
  else if (event.type === 'presence.changed') presence.heard(event.presence)
  else if (event.type === 'announcement') announcements.heard(event.announcement)
  else if (event.type === 'user.changed') {
    if (event.user.id === inside.selfId) selfView.set(event.user)
    users.learn(event.user)
  }
}
