import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, foldMessages, viewOfReset } from '@natter/protocol'
import type { CatchUpReset, DurableEvent, RoomView } from '@natter/protocol'
import * as fc from 'fast-check'
import { emptyView, roomLogs } from './room-logs.ts'
import { readVectors } from './read-vectors.ts'

interface FoldVectors {
  view: RoomView
  cases: { name: string; event: DurableEvent; after: RoomView }[]
}

const { view, cases } = readVectors('fold.json') as FoldVectors

for (const { name, event, after } of cases) {
  test(`WIRE-16 a view after ${name}`, () => {
    const before = structuredClone(view)
    assert.deepEqual(fold(view, event), after)
    assert.deepEqual(view, before, 'the view before it stays as it was')
    assert.deepEqual(fold(fold(view, event), event), after, 'twice is once')
  })
}

test('WIRE-16 the vectors hold every type of durable event', () => {
  const known = [
    'message.posted',
    'message.edited',
    'message.deleted',
    'reaction.changed',
    'message.pinned',
    'message.unpinned',
    'member.joined',
    'member.left',
    'member.updated',
    'room.updated',
  ]
  const types = new Set<string>(cases.map(({ event }) => event.type))
  assert.deepEqual(
    known.filter((type) => !types.has(type)),
    [],
  )
})

test('WIRE-16 doubled events change nothing', () => {
  fc.assert(
    fc.property(roomLogs, ({ events }) => {
      const once = events.reduce(fold, emptyView())
      const doubled = events.flatMap((event, index) => [event, event, ...events.slice(0, index)])
      assert.deepEqual(doubled.reduce(fold, emptyView()), once)
    }),
    { numRuns: 50 },
  )
})

test('WIRE-17 a stale view and the events after its cursor are the fresh view', () => {
  fc.assert(
    fc.property(roomLogs, fc.nat(), ({ events, truth }, cut) => {
      const upTo = cut % (events.length + 1)
      const stale = events.slice(0, upTo).reduce(fold, emptyView())
      const healed = events.slice(upTo).reduce(fold, stale)
      assert.deepEqual(healed, truth)
    }),
  )
})

test('WIRE-17 a window of the newest messages stays true to the room', () => {
  fc.assert(
    fc.property(roomLogs, fc.nat(), fc.nat(), ({ events, truth }, cut, kept) => {
      const upTo = cut % (events.length + 1)
      const full = events.slice(0, upTo).reduce(fold, emptyView())
      const window = {
        ...full,
        messages: full.messages.slice(full.messages.length - (kept % (full.messages.length + 1))),
      }
      const healed = events.slice(upTo).reduce(fold, window)
      const missing = full.messages.length - window.messages.length
      assert.deepEqual(healed, { ...truth, messages: truth.messages.slice(missing) })
    }),
  )
})

test('WIRE-17 a reset is the start of a view', () => {
  const reset: CatchUpReset = {
    mode: 'reset',
    upTo: view.cursor,
    room: view.room,
    member: { user: 'us_ada1', role: 'owner', joinedAt: 1 },
    messages: [...view.messages],
  }
  assert.deepEqual(viewOfReset(reset), view)
})

test('WIRE-17 an event changes the message it names, wherever that stands, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000)), fc.nat(1000), (seqs, subject) => {
      const before = seqs
        .toSorted((a, b) => a - b)
        .map((seq) => ({ seq, n: 1, by: 'us_ada1' as const, at: 0, cid: 'c', text: '' }))
      const event = {
        type: 'message.pinned',
        room: 'rm_a',
        seq: 1001,
        ref: 'r',
        at: 1,
        by: 'us_ada1',
        cid: 'p',
      } as const
      const after = foldMessages(before, { ...event, subject, pinnedAt: 1 })
      return after.every((message, index) =>
        message.seq === subject ? message.pinnedAt === 1 : message === before[index],
      )
    }),
  )
})
