import { BOUNDS, isRefusal } from '@natter/protocol'
import type { CommandOf, Cursor, RoomId } from '@natter/protocol'
import type { Actor, Ports } from '../ports/ports.ts'
import { ANSWER_BYTES_MAX, encodedAnswer, tooMuchAtOnce } from './answer.ts'
import type { Answer } from './answer.ts'

export async function readHistory(ports: Ports, actor: Actor, command: CommandOf<'history'>): Promise<Answer> {
  const { room, before, after, around, at, limit = BOUNDS.historyPageDefault } = command
  return encodedAnswer(await ports.store.history(actor.user.id, room, { before, after, around, at, limit }))
}

export async function readReceipts(ports: Ports, actor: Actor, command: CommandOf<'receipts'>): Promise<Answer> {
  const { room, seq, after, limit = BOUNDS.receiptsPage } = command
  return encodedAnswer(await ports.store.receipts(actor.user.id, room, { seq, after, limit }))
}

export async function readMembers(ports: Ports, actor: Actor, command: CommandOf<'members'>): Promise<Answer> {
  const { room, after, limit = BOUNDS.membersPage } = command
  return encodedAnswer(await ports.store.members(actor.user.id, room, { after, limit }))
}

export async function readUsers(ports: Ports, _actor: Actor, command: CommandOf<'users'>): Promise<Answer> {
  return { ok: { users: await ports.store.usersById([...new Set(command.users)]) } }
}

export async function readRooms(ports: Ports, actor: Actor, command: CommandOf<'rooms'>): Promise<Answer> {
  return { ok: { rooms: await ports.store.roomsById(actor.user.id, [...new Set(command.rooms)]) } }
}

/** Catch-ups without changing levels. */
export async function sync(ports: Ports, actor: Actor, command: CommandOf<'sync'>): Promise<Answer> {
  const parts: string[] = []
  let bytesLeft = ANSWER_BYTES_MAX
  // One after the other, so that no more is read than can be answered.
  for (const [room, cursor] of Object.entries(command.rooms ?? {}) as [RoomId, Cursor | null][]) {
    const found = bytesLeft > 0 ? await ports.store.catchUp(actor.user.id, room, cursor) : tooMuchAtOnce()
    const bytes = isRefusal(found) ? 0 : Buffer.byteLength(found.json)
    bytesLeft -= bytes
    const part = bytesLeft < 0 ? tooMuchAtOnce() : found
    parts.push(`"${room}":${isRefusal(part) ? JSON.stringify({ error: part.refused }) : part.json}`)
  }
  const user = command.user === undefined ? undefined : await ports.store.userCatchUp(actor.user.id, command.user)
  return { json: `{"rooms":{${parts.join(',')}}${user === undefined ? '' : `,"user":${user.json}`}}` }
}
