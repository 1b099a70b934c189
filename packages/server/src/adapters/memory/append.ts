import { cidConflict, decide, noSuchActor, writtenBodies, writtenCids } from '@natter/core'
import type { RoomCommand } from '@natter/core'
import { isRefusal } from '@natter/protocol'
import type { Limits, Refusal } from '@natter/protocol'
import type { Appended, RoomWrite, WrittenPlace } from '../../ports/log-store.ts'
import { storedEvent } from '../../ports/stored-event.ts'
import { applyDraft } from './apply-draft.ts'
import { factsFor } from './facts.ts'
import { noteMembership } from './inbox.ts'
import { activeAccount, writtenKey } from './world.ts'
import type { LogRow, World } from './world.ts'

/** Dedup, facts, rule, rows: nothing is changed before the rule has said yes, so a refusal leaves no trace. */
export function append(world: World, write: RoomWrite, limits: Limits): Appended | Refusal {
  const bodies = writtenBodies(write.command)
  const written = world.rooms.get(write.room)?.written
  const first = writtenCids(write.command).map((cid) => written?.get(writtenKey(write.actor, cid)))
  if (bodies.some((body, index) => isOther(first[index], body))) return cidConflict()
  const rest = withoutWritten(write.command, first)
  const rows = rest === undefined ? [] : writeRest(world, { ...write, command: rest }, limits)
  if (isRefusal(rows)) return rows
  return answer(world, write, first, rows)
}

function isOther(row: LogRow | undefined, body: string): boolean {
  return row?.body !== undefined && row.body !== body
}

/** What of the command is not in the log yet; undefined: all of it is. */
function withoutWritten(command: RoomCommand, first: (LogRow | undefined)[]): RoomCommand | undefined {
  if (first.every((row) => row !== undefined)) return undefined
  return command.type === 'message.sendMany'
    ? { ...command, items: command.items.filter((_, index) => first[index] === undefined) }
    : command
}

function writeRest(world: World, write: RoomWrite, limits: Limits): LogRow[] | Refusal {
  const actor = activeAccount(world, write.actor)
  if (actor === undefined) return noSuchActor()
  const drafts = decide(factsFor(world, write, actor.user), write.command, write.room, limits)
  if (isRefusal(drafts)) return drafts
  const bodies = writtenBodies(write.command)
  const cids = writtenCids(write.command)
  // Messages carry a cid each, of anything else the first row does.
  return drafts.map((draft, index) => applyDraft(world, write, { draft, cid: cids[index], body: bodies[index] }))
}

function answer(world: World, write: RoomWrite, first: (LogRow | undefined)[], rows: LogRow[]): Appended {
  const state = world.rooms.get(write.room)
  if (state === undefined) throw new Error(`The rule of ${write.command.type} made nothing, and there is no room.`)
  const fresh = rows.filter(({ event }) => event.cid !== undefined)
  const head = state.log.at(-1)
  const places = first.map((row) => {
    if (row !== undefined) return placeOf(row, true)
    const written = fresh.shift()
    // Nothing to do: the log is as the command wants it, up to its head.
    return written === undefined ? placeOf(head, true) : placeOf(written, false)
  })
  const carriesRoom = ['room.create', 'room.update', 'dm.open'].includes(write.command.type)
  return {
    places,
    events: rows.map(({ event, n, mentions }) => storedEvent(event, n, mentions)),
    inbox: rows.flatMap((row) => noteMembership(world, state, row.event)),
    ...(carriesRoom ? { room: state.room } : {}),
  }
}

function placeOf(row: LogRow | undefined, duplicate: boolean): WrittenPlace {
  if (row === undefined) throw new Error('A room has at least the row of its making.')
  const { seq, ref, at } = row.event
  return { seq, ref, at, n: row.n, duplicate }
}
