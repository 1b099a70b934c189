import type { Room, RoomId, RoomKind, UserId } from '@natter/protocol'
import { query } from '../sql.ts'

/** A room with what the log needs beside what readers see. */
export interface RoomNow {
  room: Room
  /** When the row at the head was written. */
  headAt: number
  /** Time of the last message, or of the making. */
  movedAt: number
}

export interface RoomRow {
  id: RoomId
  kind: RoomKind
  name: string | null
  topic: string | null
  slug: string | null
  people: string | null
  created_at: number
  created_by: UserId
  archived_at: number | null
  seq: number
  ref: string
  head_at: number
  n: number
  members: number
  updated_seq: number
  moved_at: number
}

/** Of `rooms r join room_heads h`. */
export const ROOM_COLUMNS = `r.id, r.kind, r.name, r.topic, r.slug, r.people, r.created_at, r.created_by, r.archived_at,
  h.seq, h.ref, h.at as head_at, h.n, h.members, h.updated_seq, h.moved_at`

/** By the primary keys. */
export const roomById = query<RoomRow>(
  `select ${ROOM_COLUMNS} from rooms r join room_heads h on h.room = r.id where r.id = ?`,
)

export function roomNow(row: RoomRow): RoomNow {
  return { room: roomOfRow(row), headAt: row.head_at, movedAt: row.moved_at }
}

export function roomOfRow(row: RoomRow): Room {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.topic === null ? {} : { topic: row.topic }),
    ...(row.slug === null ? {} : { slug: row.slug }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.archived_at === null ? {} : { archivedAt: row.archived_at }),
    head: [row.seq, row.ref],
    n: row.n,
    members: row.members,
    updatedSeq: row.updated_seq,
    ...(row.people === null ? {} : { people: JSON.parse(row.people) as UserId[] }),
  }
}
