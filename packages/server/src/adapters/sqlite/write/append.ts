import { cidConflict, decide, noSuchActor, writtenBodies, writtenCids } from '@natter/core'
import type { RoomCommand } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import { crashpoint } from '../../../ports/crashpoint.ts'
import type { Appended, RoomWrite, WrittenPlace } from '../../../ports/log-store.ts'
import { storedEvent } from '../../../ports/stored-event.ts'
import { query } from '../sql.ts'
import { applyDraft } from './apply-draft.ts'
import type { Applied } from './apply-draft.ts'
import { factsFor } from './facts.ts'
import { noteMembership } from './inbox.ts'
import { isOtherBody, printOf } from './print.ts'
import type { WrittenRow } from './print.ts'
import type { Writing } from './writing.ts'

/** By log_once. */
const findWritten = query<WrittenRow>(
  'select seq, ref, at, n, kind, print, data from log where cid = ? and room = ? and actor = ?',
)

/** Dedup, facts, rule, rows: nothing is written before the rule has said yes, so a refusal leaves no trace. */
export function append(writing: Writing, write: RoomWrite): Appended | Refusal {
  const { room, actor, command } = write
  const first = writtenCids(command).map((cid) => writing.sql.one(findWritten, cid, room, actor))
  if (hasOtherBody(command, first)) return cidConflict()
  const rest = withoutWritten(command, first)
  const applied = rest === undefined ? [] : writeRest(writing, { ...write, command: rest })
  if (isRefusal(applied)) return applied
  return answer(writing, write, first, applied)
}

function hasOtherBody(command: RoomCommand, first: (WrittenRow | undefined)[]): boolean {
  if (first.every((row) => row === undefined)) return false
  return writtenBodies(command).some((body, index) => {
    const row = first[index]
    return row !== undefined && isOtherBody(row, body)
  })
}

/** What of the command is not in the log yet; undefined: all of it is. */
function withoutWritten(command: RoomCommand, first: (WrittenRow | undefined)[]): RoomCommand | undefined {
  if (first.every((row) => row !== undefined)) return undefined
  if (command.type !== 'message.sendMany') return command
  return { ...command, items: command.items.filter((_, index) => first[index] === undefined) }
}

function writeRest(writing: Writing, write: RoomWrite): Applied[] | Refusal {
  const { command } = write
  const actor = writing.activeAccount(write.actor)
  if (actor === undefined) return noSuchActor()
  const drafts = decide(factsFor(writing, write, actor.user), command, write.room, writing.limits)
  if (isRefusal(drafts)) return drafts
  crashpoint('permitted')
  const cids = writtenCids(command)
  // Messages carry a cid each, and their data is their body; of anything else the first row carries both.
  const isPost = command.type === 'message.send' || command.type === 'message.sendMany'
  const print = isPost || drafts.length === 0 ? null : printOf(writtenBodies(command)[0] ?? '')
  return drafts.map((draft, index) =>
    applyDraft(writing, write, { draft, cid: cids[index], print: index === 0 ? print : null }),
  )
}

function answer(
  writing: Writing,
  { room, command }: RoomWrite,
  first: (WrittenRow | undefined)[],
  applied: Applied[],
): Appended {
  const now = writing.room(room)
  if (now === undefined) throw new Error(`The rule of ${command.type} made nothing, and there is no room ${room}.`)
  const { head, n } = now.room
  const fresh = applied.filter(({ event }) => event.cid !== undefined)
  const places = first.map((row): WrittenPlace => {
    if (row !== undefined) return { seq: row.seq, ref: row.ref, at: row.at, n: row.n, duplicate: true }
    const written = fresh.shift()
    // Nothing to do: the log is as the command wants it, up to its head.
    if (written === undefined) return { seq: head[0], ref: head[1], at: now.headAt, n, duplicate: true }
    return { seq: written.event.seq, ref: written.event.ref, at: written.event.at, n: written.n, duplicate: false }
  })
  const events = applied.map(({ event, n: headN, mentions }) => storedEvent(event, headN, mentions))
  const inbox = applied.flatMap(({ event }) => noteMembership(writing, now.room, event))
  const carriesRoom = command.type === 'room.create' || command.type === 'room.update' || command.type === 'dm.open'
  return carriesRoom ? { places, events, inbox, room: now.room } : { places, events, inbox }
}
