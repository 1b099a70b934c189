import { numberDraft, roomAfter } from '@natter/core'
import type { Draft, Mentioned, Place } from '@natter/core'
import type { Cid, DurableEvent } from '@natter/protocol'
import type { RoomWrite } from '../../../ports/log-store.ts'
import { KINDS } from '../rows/kinds.ts'
import { encodeData } from '../rows/log-data.ts'
import { query } from '../sql.ts'
import { project } from './project.ts'
import type { Writing } from './writing.ts'

/** A draft that has become a row. */
export interface Applied {
  event: DurableEvent
  /** Head of messages after it. */
  n: number
  mentions: Mentioned[]
}

const insertRow = query(
  `insert into log (room, seq, ref, n, kind, actor, cid, print, subject, at, data)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/** Gives a draft its number, and writes its row and what follows from it. */
export function applyDraft(
  writing: Writing,
  { room: id, actor, at }: RoomWrite,
  { draft, cid, print }: { draft: Draft; cid: Cid | undefined; print: Uint8Array | null },
): Applied {
  const before = writing.room(id)
  const place: Place = { room: id, seq: (before?.room.head[0] ?? 0) + 1, ref: writing.nextRef(), at, by: actor, cid }
  const room = roomAfter(before?.room, draft, place)
  const event = numberDraft(draft, place, { room })
  const data = encodeData(draft, room)
  const { seq, ref } = place
  writing.sql.run(
    insertRow,
    id,
    seq,
    ref,
    room.n,
    KINDS[event.type],
    actor,
    cid ?? null,
    print,
    subjectOf(draft),
    at,
    data,
  )
  writing.bytes += data.length
  writing.setRoom({ room, headAt: at, movedAt: movedAt(draft, at, before?.movedAt) })
  project(writing, draft, event)
  return { event, n: room.n, mentions: draft.type === 'message.posted' ? draft.mentions : [] }
}

function subjectOf(draft: Draft): number | null {
  return 'subject' in draft ? draft.subject.seq : null
}

function movedAt(draft: Draft, at: number, before: number | undefined): number {
  return draft.type === 'message.posted' ? at : (before ?? at)
}
