import { numberDraft } from '@natter/core'
import type { Draft, Place } from '@natter/core'
import { fold, markAfterPost } from '@natter/protocol'
import type { DurableEvent, Message, Room } from '@natter/protocol'
import type { RoomWrite } from '../../ports/log-store.ts'
import { writtenKey } from './world.ts'
import type { LogRow, RoomState, World } from './world.ts'

/** Gives a draft its number and makes it so. */
export function applyDraft(
  world: World,
  write: RoomWrite,
  { draft, isFirst, bodies }: { draft: Draft; isFirst: boolean; bodies: ReadonlyMap<string, string> },
): LogRow {
  const state = draft.type === 'room.created' ? newRoom(draft, write) : roomOf(world, write)
  world.rooms.set(write.room, state)
  const place: Place = {
    room: write.room,
    seq: state.room.head[0] + 1,
    ref: world.nextRef(),
    at: write.at,
    by: write.actor,
    cid: cidOf(draft, isFirst, bodies),
  }
  state.room = roomAfter(state.room, draft, place)
  const event = numberDraft(draft, place, { room: state.room })
  const row: LogRow = {
    event,
    n: state.room.n,
    mentions: draft.type === 'message.posted' ? draft.mentions : [],
    body: place.cid === undefined ? undefined : bodies.get(place.cid),
  }
  state.log.push(row)
  if (place.cid !== undefined) state.written.set(writtenKey(write.actor, place.cid), row)
  project(state, event)
  return row
}

function cidOf(draft: Draft, isFirst: boolean, bodies: ReadonlyMap<string, string>): string | undefined {
  if (draft.type === 'message.posted') return draft.cid
  return isFirst ? [...bodies.keys()][0] : undefined
}

function newRoom({ room }: Extract<Draft, { type: 'room.created' }>, { at, actor }: RoomWrite): RoomState {
  return {
    room: { ...room, createdAt: at, createdBy: actor, head: [0, ''], n: 0, members: 0, updatedSeq: 0 },
    log: [],
    messages: new Map(),
    members: new Map(),
    written: new Map(),
    movedAt: at,
  }
}

function roomOf(world: World, write: RoomWrite): RoomState {
  const state = world.rooms.get(write.room)
  if (state === undefined) throw new Error(`The rule of ${write.command.type} wrote to a room that is not there.`)
  return state
}

function roomAfter(before: Room, draft: Draft, { seq, ref, at }: Place): Room {
  const room: Room = { ...before, head: [seq, ref] }
  switch (draft.type) {
    case 'message.posted':
      return { ...room, n: room.n + 1 }
    case 'member.joined':
      return { ...room, members: room.members + 1 }
    case 'member.left':
      return { ...room, members: room.members - 1 }
    case 'room.created':
      return { ...room, updatedSeq: seq }
    case 'room.updated': {
      const { name, topic, archived } = draft.change
      if (name !== undefined) room.name = name
      if (topic !== undefined) room.topic = topic
      if (room.topic === '') delete room.topic
      if (archived === true) room.archivedAt = at
      if (archived === false) delete room.archivedAt
      return { ...room, updatedSeq: seq }
    }
    default:
      return room
  }
}

function project(state: RoomState, event: DurableEvent): void {
  const { seq, at } = event
  switch (event.type) {
    case 'message.posted':
      state.messages.set(seq, event.message)
      state.movedAt = at
      moveAuthorsMark(state, event.message)
      break
    case 'message.edited':
      state.messages.set(event.message.seq, event.message)
      break
    case 'message.deleted':
      state.messages.set(event.message.seq, event.message)
      clearVersions(state, event.message)
      break
    case 'reaction.changed':
      react(state, event)
      break
    case 'member.joined': {
      const { user, role, joinedAt } = event.member
      state.members.set(user, { role, joinedAt, joinedSeq: seq, readSeq: seq, readN: state.room.n, deliveredSeq: seq })
      break
    }
    case 'member.left':
      state.members.delete(event.user)
      break
    case 'member.updated':
    case 'message.pinned':
    case 'message.unpinned':
      throw new Error(`Nothing writes ${event.type} yet.`)
    case 'room.updated':
      break
  }
}

function moveAuthorsMark(state: RoomState, message: Message): void {
  const member = state.members.get(message.by)
  if (member === undefined) return
  const mark = markAfterPost({ seq: member.readSeq, n: member.readN }, message.by, message)
  const deliveredSeq = Math.max(member.deliveredSeq, mark.seq)
  state.members.set(message.by, { ...member, readSeq: mark.seq, readN: mark.n, deliveredSeq })
}

function react(state: RoomState, event: Extract<DurableEvent, { type: 'reaction.changed' }>): void {
  const message = state.messages.get(event.subject)
  if (message === undefined) throw new Error(`There is no message ${event.subject} to react to.`)
  const [after] = fold({ room: state.room, cursor: [0, ''], messages: [message] }, event).messages
  if (after !== undefined) state.messages.set(event.subject, after)
}

/** What was said, and how people reacted, leaves the log; the rows and their numbers stay. */
function clearVersions(state: RoomState, message: Message): void {
  for (const row of state.log) {
    const { event } = row
    if ((event.type === 'message.posted' || event.type === 'message.edited') && event.message.seq === message.seq) {
      Object.assign(row, { event: { ...event, message }, mentions: [], body: undefined })
    } else if (event.type === 'reaction.changed' && event.subject === message.seq) {
      Object.assign(row, { event: { ...event, reactions: {} }, body: undefined })
    }
  }
}
