import { refuse } from '@natter/protocol'
import type { Cid, Refusal } from '@natter/protocol'
import type { RoomCommand } from './facts.ts'

/** The cids that a command writes under, in order: one, or one for each item of a `message.sendMany`. */
export function writtenCids(command: RoomCommand): Cid[] {
  return command.type === 'message.sendMany' ? command.items.map(({ cid }) => cid) : [command.cid]
}

/**
 * What a command writes under each of its cids, as text: a retry is the same when its body is. An item's body is that of
 * a `message.send`, so that it may be retried by either.
 */
export function writtenBodies(command: RoomCommand): string[] {
  if (command.type === 'message.sendMany') return command.items.map((item) => writtenBody('message.send', item))
  return [writtenBody(command.type, command)]
}

/**
 * The body of one write. The room is no part of it, since a cid is looked for in one room; nor is the id that pairs a
 * command with its reply, which is another one with every try.
 */
export function writtenBody(type: RoomCommand['type'], fields: object): string {
  const known = Object.entries<unknown>(fields as Record<string, unknown>).filter(
    ([name, value]) => value !== undefined && !NO_CONTENT.has(name),
  )
  known.sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([type, ...known.flat()])
}

const NO_CONTENT: ReadonlySet<string> = new Set(['id', 'type', 'room', 'cid'])

/** The refusal of a cid that was used for another body. */
export function cidConflict(): Refusal {
  return refuse('cid_conflict', 'This cid was used for something else in this room. Use a new one for a new write.', {
    field: 'cid',
  })
}
