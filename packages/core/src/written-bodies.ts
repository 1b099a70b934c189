import { refuse } from '@natter/protocol'
import type { Cid, Refusal } from '@natter/protocol'
import type { RoomCommand } from './facts.ts'

/** What a command writes under one cid. A retry is the same when its body is. */
export interface WrittenBody {
  cid: Cid
  body: string
}

/**
 * What a command writes under which cid, in order: one, or one for each item of a `message.sendMany`. An item's body is
 * that of a `message.send`, so that it may be retried by either.
 */
export function writtenBodies(command: RoomCommand): WrittenBody[] {
  if (command.type === 'message.sendMany') return command.items.map((item) => writtenBody('message.send', item))
  return [writtenBody(command.type, command)]
}

/** The room is no part of it: a cid is looked for in one room. */
function writtenBody(type: string, fields: { cid: Cid }): WrittenBody {
  const { cid, type: _, room: _room, ...content } = fields as { cid: Cid; type?: string; room?: string }
  const known = Object.entries(content).filter(([, value]) => value !== undefined)
  known.sort(([a], [b]) => (a < b ? -1 : 1))
  return { cid, body: JSON.stringify([type, ...known.flat()]) }
}

/** The refusal of a cid that was used for another body. */
export function cidConflict(): Refusal {
  return refuse('cid_conflict', 'This cid was used for something else in this room. Use a new one for a new write.', {
    field: 'cid',
  })
}
