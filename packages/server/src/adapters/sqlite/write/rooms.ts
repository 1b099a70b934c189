import type { Room, RoomId } from '@natter/protocol'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

const insertRoom = query(
  `insert into rooms (id, kind, name, topic, folded, slug, people, created_at, created_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
/** `flush` fills it in before the transaction ends. */
const insertHead = query(
  `insert into room_heads (room, seq, ref, at, n, members, updated_seq, moved_at) values (?, 0, '', 0, 0, 0, 0, 0)`,
)
/** By the primary key. */
const updateRoom = query('update rooms set name = ?, topic = ?, folded = ?, archived_at = ? where id = ?')

export function makeRoom(writing: Writing, id: RoomId): void {
  const room = roomOf(writing, id)
  const { kind, name = null, topic = null, slug = null, createdAt, createdBy } = room
  const people = room.people === undefined ? null : JSON.stringify(room.people)
  writing.sql.run(insertRoom, id, kind, name, topic, folded(room), slug, people, createdAt, createdBy)
  writing.sql.run(insertHead, id)
}

export function changeRoom(writing: Writing, id: RoomId): void {
  const room = roomOf(writing, id)
  const { name = null, topic = null, archivedAt = null } = room
  writing.sql.run(updateRoom, name, topic, folded(room), archivedAt, id)
}

function roomOf(writing: Writing, id: RoomId): Room {
  const room = writing.room(id)?.room
  if (room === undefined) throw new Error(`There is no room ${id} to write.`)
  return room
}

/** A line each, so that no query matches across the two. */
function folded({ name = '', topic = '' }: Room): string {
  return `${name}\n${topic}`.toLowerCase()
}
