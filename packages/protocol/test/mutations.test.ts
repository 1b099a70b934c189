import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS, decodeJson, describeProtocol, parseFrame } from '@natter/protocol/schemas'
import { baseFrames, SOMEWHERE } from './base-frames.ts'
import { conforms } from './json-schema.ts'
import type { Schema } from './json-schema.ts'
import { fieldPaths, mutatedFrames } from './mutations.ts'

const BOUNDS = { jsonDepth: 16, jsonKeys: 256 }
const definitions = describeProtocol().$defs as Record<string, Schema>
const bases = baseFrames(SOMEWHERE)

test('WIRE-6 the frames to be changed are good, and have every field of every command', () => {
  for (const base of bases) assert.deepEqual(parseFrame(JSON.stringify(base), BOUNDS), { command: base })
  for (const [type, { schema }] of Object.entries(COMMANDS)) {
    const keys = bases.filter((base) => base.type === type).flatMap(Object.keys)
    assert.deepEqual(
      Object.keys(schema.shape).filter((key) => !keys.includes(key)),
      [],
      type,
    )
  }
  assert(bases.flatMap(fieldPaths).length > 150)
})

test('WIRE-6 a changed field is refused where it is, or is good by the schema too', () => {
  const counts = { refused: 0, good: 0 }
  for (const { name, text, command, field } of mutatedFrames()) {
    const parsed = parseFrame(text, BOUNDS)
    const schema = definitions[`command:${command}`] ?? {}
    if ('refused' in parsed) {
      counts.refused++
      const { code, field: told = '', message } = parsed.refused
      assert.equal(code, 'bad_request', name)
      assert(isAbout(told, field), `${name}: about ${told}`)
      assert(!isGood(text, schema) || message.includes('only one of'), `${name}: ${message}`)
    } else {
      counts.good++
      assert('command' in parsed && conforms(parsed.command, schema, definitions), `${name}: accepted`)
    }
  }
  assert.equal(({} as { admin?: boolean }).admin, undefined, 'no object has become an admin')
  assert(counts.refused > 5_000 && counts.good > 100, JSON.stringify(counts))
})

/** The place that was changed, one within it, or one around it. */
function isAbout(told: string, field: string): boolean {
  const place = field.replace('\\ud83d', '\ufffd')
  return told === '' || told === place || told.startsWith(`${place}.`) || place.startsWith(`${told}.`)
}

/** By the rules of JSON on the wire, and by the schema as anybody else reads it. */
function isGood(text: string, schema: Schema): boolean {
  const decoded = decodeJson(text, BOUNDS)
  return 'value' in decoded && conforms(decoded.value, schema, definitions)
}
