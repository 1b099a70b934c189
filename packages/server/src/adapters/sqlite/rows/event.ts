import type { DurableEvent, Message, Reactions, Room, RoomId, UserId } from '@natter/protocol'
import type { StoredEvent } from '../../../ports/log-store.ts'
import { storedEvent } from '../../../ports/stored-event.ts'
import { query } from '../sql.ts'
import { KINDS } from './kinds.ts'
import type { EditedData, MemberData, PostedData } from './log-data.ts'
import { postedMessage } from './message.ts'

/** A row of the log, with the row of the message that an edit or deletion is about. */
export interface EventRow {
  seq: number
  ref: string
  n: number
  kind: number
  actor: UserId
  cid: string | null
  subject: number | null
  at: number
  data: string
  posted_n: number | null
  posted_actor: UserId | null
  posted_at: number | null
  posted_cid: string | null
  posted_data: string | null
}

/** By the primary key, twice. */
export const eventsSince = query<EventRow>(
  `select l.seq, l.ref, l.n, l.kind, l.actor, l.cid, l.subject, l.at, l.data,
    p.n as posted_n, p.actor as posted_actor, p.at as posted_at, p.cid as posted_cid, p.data as posted_data
  from log l
  left join log p on p.room = l.room and p.seq = l.subject and l.kind in (${KINDS['message.edited']}, ${KINDS['message.deleted']})
  where l.room = ? and l.seq > ? order by l.seq limit ?`,
)

/** The event of a row; of a message deleted since with nothing left of what was said. */
export function eventOfRow(room: RoomId, row: EventRow): DurableEvent {
  const { seq, ref, at, actor: by } = row
  const base = { room, seq, ref, at, by, ...(row.cid === null ? {} : { cid: row.cid }) }
  switch (row.kind) {
    case KINDS['message.posted']:
      return { type: 'message.posted', ...base, message: messageOfPosting(row) }
    case KINDS['message.edited']:
      return { type: 'message.edited', ...base, message: messageAfterEdit(row) }
    case KINDS['message.deleted']:
      return { type: 'message.deleted', ...base, message: subjectOf(row) }
    case KINDS['reaction.changed']:
      return { type: 'reaction.changed', ...base, subject: seqOfSubject(row), reactions: dataOf(row) as Reactions }
    case KINDS['member.joined']: {
      const { user, role = 'member', members } = dataOf(row) as MemberData
      return { type: 'member.joined', ...base, member: { user, role, joinedAt: at }, members }
    }
    case KINDS['member.left']: {
      const { user, members } = dataOf(row) as MemberData
      return { type: 'member.left', ...base, user, members }
    }
    case KINDS['room.updated']:
      return { type: 'room.updated', ...base, details: dataOf(row) as Room }
    default:
      throw new Error(`Row ${seq} of ${room} is of kind ${row.kind}, which nothing writes.`)
  }
}

export function storedEventOfRow(room: RoomId, row: EventRow): StoredEvent {
  const mentions = row.kind === KINDS['message.posted'] ? (dataOf(row) as PostedData).mentions : undefined
  return storedEvent(eventOfRow(room, row), row.n, mentions)
}

function messageOfPosting(row: EventRow): Message {
  return postedMessage({ ...row, cid: row.cid ?? '' }, dataOf(row) as PostedData)
}

function messageAfterEdit(row: EventRow): Message {
  const message = subjectOf(row)
  const { text, reactions } = dataOf(row) as EditedData
  if (text === undefined) return message
  return { ...message, text, ...(reactions === undefined ? {} : { reactions }), editedAt: row.at }
}

/** As it was posted. */
function subjectOf(row: EventRow): Message {
  const { posted_n: n, posted_actor: actor, posted_at: at, posted_cid: cid, posted_data: data } = row
  if (n === null || actor === null || at === null || data === null) {
    throw new Error(`Row ${row.seq} is about message ${row.subject}, which is not there.`)
  }
  return postedMessage({ seq: seqOfSubject(row), n, actor, at, cid: cid ?? '', data }, JSON.parse(data) as PostedData)
}

function seqOfSubject({ seq, subject }: EventRow): number {
  if (subject === null) throw new Error(`Row ${seq} names no message.`)
  return subject
}

function dataOf({ data }: EventRow): unknown {
  return JSON.parse(data)
}
