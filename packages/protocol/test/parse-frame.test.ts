import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS, parseFrame, refusedInput } from '@natter/protocol/schemas'
import * as fc from 'fast-check'
import { COMMAND_FILES, readCases, textOf } from './read-vectors.ts'

const BOUNDS = { jsonDepth: 16, jsonKeys: 256 }
const types = Object.keys(COMMANDS)
const frames = [...COMMAND_FILES, 'frames.json'].map((file) => readCases(file))
const samples = frames.flatMap(({ accepted }) => accepted).map(textOf)

const anyType = fc.oneof(fc.constantFrom(...types), fc.string())
const anyCommand = fc.tuple(
  fc.jsonValue(),
  anyType,
  fc.dictionary(
    fc.constantFrom(
      'room',
      'cid',
      'text',
      'seq',
      'users',
      'rooms',
      'marks',
      'items',
      'version',
      'limit',
      '__proto__',
      'constructor',
    ),
    fc.jsonValue(),
  ),
)

test('WIRE-7 no text makes reading throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), isAnswered))
  fc.assert(
    fc.property(anyCommand, ([id, type, fields]) => isAnswered(JSON.stringify({ id, type, ...fields }))),
    { numRuns: 2_000 },
  )
})

test('WIRE-7 no damage to a good frame makes reading throw', () => {
  const damage = fc.tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(8), fc.string({ maxLength: 8 }))
  fc.assert(
    fc.property(damage, ([text, at, length, insert]) => {
      const start = at % (text.length + 1)
      return isAnswered(text.slice(0, start) + insert + text.slice(start + length))
    }),
    { numRuns: 5_000 },
  )
})

test('WIRE-4 a refused command is answered to its id', () => {
  const id = fc.oneof(fc.maxSafeInteger(), fc.double(), fc.string(), fc.constant(null))
  fc.assert(
    fc.property(
      id,
      fc.constantFrom('{"text":"\\u0000"}', '{"x":1,"x":1}', '{"__proto__":1}', '[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]'),
      (value, trouble) => {
        const parsed = parseFrame(`{"id":${JSON.stringify(value)},"type":"bye","trouble":${trouble}}`, BOUNDS)
        assert('refused' in parsed)
        // As it arrives: JSON has no -0.
        const sent: unknown = JSON.parse(JSON.stringify(value))
        assert.equal(parsed.id, Number.isSafeInteger(sent) ? sent : null)
      },
    ),
  )
})

test('WIRE-8 a hello of another version is read for its id and version alone', () => {
  const frame = { id: 3, type: 'hello', version: 2, token: { kind: 'passkey' }, rooms: 'all', proof: 1 }
  const read = { id: 3, type: 'hello', version: 2 }
  assert.deepEqual(parseFrame(JSON.stringify(frame), BOUNDS), { command: read })
  const { id: _, ...nameless } = frame
  const refused = parseFrame(JSON.stringify(nameless), BOUNDS)
  assert.equal('refused' in refused && refused.refused.field, 'id')
  const own = parseFrame(JSON.stringify({ ...frame, version: 1 }), BOUNDS)
  assert.equal('refused' in own && own.refused.field, 'token')
})

test('WIRE-10 a control is ping or pong and nothing else', () => {
  for (const control of ['ping', 'pong']) {
    assert.deepEqual(parseFrame(JSON.stringify({ control }), BOUNDS), { control })
    assert.deepEqual(parseFrame(JSON.stringify({ control, id: 3, type: 'bye' }), BOUNDS), refusedBye)
  }
  for (const control of ['drain', 'lag', 'PING', '', null, ['ping']])
    assert('refused' in parseFrame(JSON.stringify({ control }), BOUNDS))
})

const refusedBye = {
  id: 3,
  refused: { code: 'bad_request', message: '"control" is not known here.', field: 'control' },
}

test('WIRE-9 every refusal of the vectors is one short sentence', () => {
  for (const { refused } of frames) {
    for (const each of refused) {
      const parsed = parseFrame(textOf(each), BOUNDS)
      assert('refused' in parsed, each.name)
      assert.match(parsed.refused.message, /^("[\w.]{1,100}"|[A-Z])[^\n]{3,200}[^.\s]\.$/u, each.name)
      assert.doesNotMatch(parsed.refused.message, /undefined|Invalid|expected|received|regex|zod|>=|<=/, each.name)
    }
  }
})

const SENTENCES: [frame: object, message: string][] = [
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1', text: 5 }, '"text" must be a string, got a number.'],
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1' }, '"text" is missing.'],
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1', text: null }, '"text" must be a string, got null.'],
  [
    { type: 'message.send', room: 'den', cid: 'c1', text: '' },
    '"room" must be a room id: "rm_" and 4 to 40 letters or digits.',
  ],
  [
    { type: 'message.send', room: 'rm_den1', cid: '', text: '' },
    '"cid" must be 1 to 64 characters of A-Z, a-z, 0-9, "-", ".", ":" and "_".',
  ],
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1', text: '', replyTo: 0 }, '"replyTo" must be at least 1.'],
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1', text: '', replyTo: 1.5 }, '"replyTo" must be a whole number.'],
  [
    { type: 'message.send', room: 'rm_den1', cid: 'c1', text: '', replyTo: '1' },
    '"replyTo" must be a number, got a string.',
  ],
  [
    { type: 'message.send', room: 'rm_den1', cid: 'c1', text: '', replyTo: 2 ** 53 },
    '"replyTo" must be at most 9007199254740991.',
  ],
  [{ type: 'message.send', room: 'rm_den1', cid: 'c1', text: '', by: 'us_kim1' }, '"by" is not known here.'],
  [{ type: 'message.sendMany', room: 'rm_den1', items: [] }, '"items" must have at least 1 item.'],
  [{ type: 'message.sendMany', room: 'rm_den1', items: [[]] }, '"items.0" must be an object, got a list.'],
  [{ type: 'users', users: Array.from({ length: 201 }, () => 'us_kim1') }, '"users" must have at most 200 items.'],
  [{ type: 'typing', room: 'rm_den1', on: 1 }, '"on" must be true or false, got a number.'],
  [{ type: 'presence.set', status: 'busy' }, '"status" must be "active" or "away" or "dnd" or "offline".'],
  [{ type: 'hello', version: 1, token: '' }, '"token" must have at least 1 character.'],
  [{ type: 'hello', version: 1, user: [1, ''.padEnd(17, 'a')] }, '"user.1" must have at most 16 characters.'],
  [{ type: 'sync', rooms: 'rm_den1' }, '"rooms" must be an object, got a string.'],
  [
    { type: 'sync', rooms: { toString: null } },
    '"rooms.toString" is not a good key: it must be a room id: "rm_" and 4 to 40 letters or digits.',
  ],
  [
    { type: 'sync', rooms: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`rm_${1000 + i}`, null])) },
    '"rooms" must have at most 50 entries.',
  ],
  [
    { type: 'history', room: 'rm_den1', before: 1, after: 1 },
    'The input takes only one of "before", "after", "around" and "at".',
  ],
  [{ type: 'room.create', cid: 'c1', kind: 'public', name: '' }, '"name" must have a visible character.'],
  [
    { type: 'room.create', cid: 'c1', kind: 'public', name: 'a\nb' },
    '"name" must be one line of at most 50 characters, without control characters.',
  ],
  [{ type: 'shout' }, 'There is no command "shout".'],
  [{ type: 'a'.repeat(99) }, `There is no command "${'a'.repeat(40)}…".`],
  [{}, 'A command has a "type".'],
]

for (const [frame, message] of SENTENCES) {
  test(`WIRE-9 a refusal reads well: ${message}`, () => {
    const parsed = parseFrame(JSON.stringify({ id: 1, ...frame }), BOUNDS)
    assert.equal('refused' in parsed ? parsed.refused.message : undefined, message)
  })
}

test('WIRE-9 issues of any schema read well', () => {
  assert.equal(refusedInput([]).refused.message, 'The input is not valid.')
  assert.equal(
    refusedInput([{ path: [], message: 'must change something.', code: 'custom' }]).refused.message,
    'The input must change something.',
  )
  assert.equal(refusedInput([{ path: ['a', 3, 'b'], message: 'is odd' }]).refused.field, 'a.3.b')
})

test('WIRE-9 a long key of the sender is cut to a field that every reader can decode', () => {
  for (const key of ['k'.repeat(1_000), `${'k'.repeat(98)}😀${'k'.repeat(98)}`, '😀'.repeat(500)]) {
    const parsed = parseFrame(JSON.stringify({ id: 1, type: 'bye', [key]: 1 }), BOUNDS)
    const field = 'refused' in parsed ? (parsed.refused.field ?? '') : ''
    assert(field.length >= 50 && field.length <= 100 && field.isWellFormed(), field)
  }
})

test('WIRE-5 a long name of a command is cut to a sentence that every reader can decode', () => {
  const parsed = parseFrame(JSON.stringify({ id: 1, type: `${'a'.repeat(39)}😀${'a'.repeat(60_000)}` }), BOUNDS)
  assert('refused' in parsed && parsed.refused.message.length < 100 && parsed.refused.message.isWellFormed())
})

/** A text is a command, a control or a refusal with a code and a sentence; anything thrown fails the test. */
function isAnswered(text: string): boolean {
  const parsed = parseFrame(text, BOUNDS)
  if ('command' in parsed) return types.includes(parsed.command.type)
  if ('control' in parsed) return parsed.control === 'ping' || parsed.control === 'pong'
  const { code, message, field } = parsed.refused
  return code === 'bad_request' && message.endsWith('.') && (field === undefined || field.length <= 100)
}
