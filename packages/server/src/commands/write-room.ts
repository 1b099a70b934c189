import type { RoomCommand } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal, RoomId } from '@natter/protocol'
import { crashpoint } from '../ports/crashpoint.ts'
import type { Appended, StoredInboxEvent } from '../ports/log-store.ts'
import type { Actor, Ports } from '../ports/ports.ts'
import type { Answer } from './answer.ts'
import { createdRoomId, directRoomId } from './room-id.ts'

/** Every durable command of a room: rate, one store transaction that holds the rule, publish after commit, answer. */
export async function writeRoom(ports: Ports, actor: Actor, command: RoomCommand): Promise<Answer> {
  crashpoint('parsed')
  const room = roomOf(actor, command)
  const refused = refusedByRate(ports, actor, command, room)
  if (refused !== undefined) return refused
  const appended = await ports.store.append({ room, actor: actor.user.id, command, at: ports.clock.now() })
  if (isRefusal(appended)) return appended
  crashpoint('before-publish')
  if (appended.events.length > 0) ports.bus.publish(room, { kind: 'events', room, events: appended.events })
  publishInbox(ports, appended.inbox)
  crashpoint('after-publish')
  return answerTo(command, appended)
}

/** Tells each user's own channel what is new in their log. */
export function publishInbox(ports: Ports, inbox: StoredInboxEvent[]): void {
  for (const event of inbox) ports.bus.publish(event.user, { kind: 'inbox', user: event.user, events: [event] })
}

function roomOf(actor: Actor, command: RoomCommand): RoomId {
  if (command.type === 'room.create') return createdRoomId(actor.user.id, command.cid)
  if (command.type === 'dm.open') return directRoomId(actor.user.id, command.users)
  return command.room
}

function refusedByRate(ports: Ports, actor: Actor, command: RoomCommand, room: RoomId): Refusal | undefined {
  if (command.type === 'message.send') return ports.rates.refusedSend(actor.user.id, room, 1)
  if (command.type === 'message.sendMany') return ports.rates.refusedSend(actor.user.id, room, command.items.length)
  const joins = command.type === 'room.join' || command.type === 'room.create' || command.type === 'room.invite'
  return joins ? ports.rates.refusedJoin(actor.user.id) : undefined
}

function answerTo(command: RoomCommand, appended: Appended): Answer {
  if (command.type === 'message.sendMany') return { ok: { items: appended.places } }
  const place = appended.places[0]
  if (place === undefined) throw new Error(`The store gave no place for ${command.type}.`)
  if (command.type === 'message.send') return { ok: place }
  const { n: _, ...written } = place
  return { ok: appended.room === undefined ? written : { ...written, room: appended.room } }
}
