import { numberDraft, roomAfter } from '@natter/core'
import type { Draft, Place } from '@natter/core'
import { foldMessages, markAfterPost } from '@natter/protocol'
import type { Cid, DurableEvent, Message, Room } from '@natter/protocol'
import type { RoomWrite } from '../../ports/log-store.ts'
import { writtenKey } from './world.ts'
import type { LogRow, RoomState, World } from './world.ts'

/** Gives a draft its number and makes it so. `cid` and `body`: what it is written under, if it is what carries them. */
export function applyDraft(
  world: World,
  write: RoomWrite,
  { draft, cid, body }: { draft: Draft; cid: Cid | undefined; body: string | undefined },
): LogRow {
  const before = world.rooms.get(write.room)
  const place: Place = {
    room: write.room,
    seq: (before?.room.head[0] ?? 0) + 1,
    ref: world.nextRef(),
    at: write.at,
    by: write.actor,
    cid,
  }
  const room = roomAfter(before?.room, draft, place)
  const state = before ?? newRoom(room)
  state.room = room
  world.rooms.set(room.id, state)
  const event = numberDraft(draft, place, { room })
  const row: LogRow = { event, n: room.n, mentions: draft.type === 'message.posted' ? draft.mentions : [], body }
  state.log.push(row)
  if (cid !== undefined) state.written.set(writtenKey(write.actor, cid), row)
  project(state, event)
  return row
}

function newRoom(room: Room): RoomState {
  return { room, log: [], messages: new Map(), members: new Map(), written: new Map(), movedAt: room.createdAt }
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
  const [after] = foldMessages([message], event)
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
