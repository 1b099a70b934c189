import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS, control, durableEvent, ephemeralEvent, inboxEvent, reply, wireError } from '@natter/protocol/schemas'
import type { z } from 'zod'
import { readCases, readVectors } from './read-vectors.ts'

const FAMILIES = {
  'events-room.json': durableEvent,
  'events-user.json': inboxEvent,
  'events-passing.json': ephemeralEvent,
  'control.json': control,
}

for (const [file, schema] of Object.entries(FAMILIES)) {
  const { accepted, refused } = readCases(file)
  test(`WIRE-12 the frames of ${file} are understood`, () => {
    for (const { name, frame, reads } of accepted) assert.deepEqual(schema.parse(frame), reads ?? frame, name)
  })

  test(`WIRE-12 the bad frames of ${file} are told from good ones`, () => {
    for (const { name, frame, field } of refused) assert.equal(placeOfTrouble(schema, frame), field, name)
  })

  test(`WIRE-12 every kind of ${file} has an example`, () => {
    const kinds = schema.options.map(({ shape }) => kindOf(shape as { [key: string]: { value?: unknown } }))
    assert.deepEqual(new Set(accepted.map(({ frame }) => frame?.['type'] ?? frame?.['control'])), new Set(kinds))
  })
}

interface Replies {
  accepted: { name: string; command: keyof typeof COMMANDS; frame: { ok: unknown } }[]
  errors: { name: string; frame: { error: unknown } }[]
  refused: { name: string; frame: unknown }[]
}

const replies = readVectors('replies.json') as Replies

test('WIRE-12 every command has a reply that is understood', () => {
  for (const { name, command, frame } of replies.accepted) {
    assert.deepEqual(reply.parse(frame), frame, name)
    assert.deepEqual(COMMANDS[command].reply.parse(frame.ok), frame.ok, name)
  }
  assert.deepEqual(new Set(replies.accepted.map(({ command }) => command)), new Set(Object.keys(COMMANDS)))
})

test('WIRE-12 errors are understood', () => {
  for (const { name, frame } of replies.errors) {
    assert.deepEqual(reply.parse(frame), frame, name)
    assert.deepEqual(wireError.parse(frame.error), frame.error, name)
  }
  for (const { name, frame } of replies.refused) assert.equal(reply.safeParse(frame).success, false, name)
})

function kindOf({ type, control: word }: { [key: string]: { value?: unknown } }): unknown {
  return (type ?? word)?.value
}

function placeOfTrouble(schema: z.ZodType, frame: unknown): string | undefined {
  return schema.safeParse(frame).error?.issues[0]?.path.join('.')
}
