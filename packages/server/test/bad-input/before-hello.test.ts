import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { after, test } from 'node:test'
import { COMMANDS } from '@natter/protocol/schemas'
import { baseFrames, SOMEWHERE } from '../../../protocol/test/base-frames.ts'
import { clientFrame, OPCODE } from './client-frame.ts'
import { ask, newRoom, openPlace, outcomeOf } from './place.ts'

const place = await openPlace()
after(() => place.close())
const hello = { id: 1, type: 'hello', version: 1, token: place.kim.token }

for (const base of baseFrames(SOMEWHERE).filter(({ type }) => type !== 'hello')) {
  test(`BAD-5 ${base.type} before hello closes with 4500: ${JSON.stringify(base)}`, async () => {
    const raw = await place.socket()
    assert.deepEqual(await raw.ask(JSON.stringify(base)), { closed: 4500, reason: 'The first frame must be hello.' })
  })
}

const NO_HELLO: Record<string, [text: string, reason: string]> = {
  'an unknown command': ['{"id":1,"type":"message.shout"}', 'There is no command "message.shout".'],
  'a word': ['hello', 'This is not valid JSON.'],
  nothing: ['', 'This is not valid JSON.'],
  'an empty object': ['{}', 'A command has a "type".'],
  'a ping': ['{"control":"ping"}', 'The first frame must be hello.'],
  'a hello without version': ['{"id":1,"type":"hello"}', '"version" is missing.'],
  'a hello with an object for a token': [
    '{"id":1,"type":"hello","version":1,"token":{"$ne":1}}',
    '"token" must be a string, got an object.',
  ],
  'a hello with a key twice': [
    '{"id":1,"type":"hello","version":1,"version":1}',
    'JSON is refused: a key stands twice in one object.',
  ],
}

for (const [name, [text, reason]] of Object.entries(NO_HELLO)) {
  test(`BAD-5 ${name} before hello closes with 4500 and says what is wrong`, async () => {
    const raw = await place.socket()
    assert.deepEqual(await raw.ask(text), { closed: 4500, reason })
  })
}

test('BAD-5 a binary hello closes with 4500', async () => {
  const raw = await place.socket()
  raw.write(clientFrame(JSON.stringify(hello), { opcode: OPCODE.binary }))
  assert.equal(outcomeOf(await raw.closed()), 4500)
})

test('BAD-6 other versions close with 4501', async () => {
  for (const version of [0, 2, -1, 2 ** 53 - 1]) {
    const raw = await place.socket()
    assert.equal(outcomeOf(await raw.ask(JSON.stringify({ ...hello, version, later: 'fields' }))), 4501)
  }
})

test('BAD-6 a hello without a credential that holds closes with 4401', async () => {
  for (const credential of [
    {},
    { token: 'nat_1' },
    { token: place.kim.token.slice(0, -1) },
    { token: `${place.kim.token} ` },
  ]) {
    const raw = await place.socket()
    assert.equal(outcomeOf(await raw.ask(JSON.stringify({ id: 1, type: 'hello', version: 1, ...credential }))), 4401)
  }
})

test('BAD-6 a hello of 8 KiB is read, one byte more closes with 4502', async () => {
  const text = JSON.stringify(hello)
  assert.equal(outcomeOf(await (await place.socket()).ask(text.padEnd(8_192, ' '))), 'ok')
  assert.equal(outcomeOf(await (await place.socket()).ask(text.padEnd(8_193, ' '))), 4502)
})

test('BAD-6 a hello that is late or never complete closes with 4010', async () => {
  const hasty = await openPlace({ NATTER_LIMIT_HELLO_MS: '50' })
  const silent = await hasty.socket()
  const slow = await hasty.socket()
  slow.write(clientFrame(JSON.stringify({ ...hello, token: hasty.kim.token })).subarray(0, 50))
  const pinging = await hasty.socket()
  pinging.write(clientFrame('', { opcode: OPCODE.ping }))
  for (const raw of [silent, slow, pinging]) assert.equal(outcomeOf(await raw.closed()), 4010)
  await hasty.close()
})

test('BAD-7 frames behind a hello are answered after it, in order', async () => {
  const ada = await place.enter(place.ada)
  const { room } = await newRoom(ada, 'public', [place.kim])
  const raw = await place.socket()
  const frames = [
    hello,
    { id: 2, type: 'history', room },
    { id: 3, type: 'hello', version: 1 },
    { id: 4, type: 'shout' },
  ]
  raw.write(Buffer.concat(frames.map((frame) => clientFrame(JSON.stringify(frame)))))
  const outcomes = []
  for (const _ of frames) {
    const answer = await raw.answer()
    outcomes.push([('re' in answer && answer.re) || 0, outcomeOf(answer)])
  }
  assert.deepEqual(outcomes.toSorted(), [
    [1, 'ok'],
    [2, 'ok'],
    [3, 'bad_request type'],
    [4, 'bad_request type'],
  ])
  assert.equal(outcomes[0]?.[0], 1, 'hello is answered first')
})

test('BAD-7 too many frames behind a hello close with 4500, and so do too large ones', async () => {
  const many = await place.socket()
  many.write(
    Buffer.concat(
      [hello, ...Array.from({ length: 17 }, () => ({ id: 2, type: 'bye' }))].map((frame) =>
        clientFrame(JSON.stringify(frame)),
      ),
    ),
  )
  assert.equal(outcomeOf(await many.closed()), 4500)
  const large = await place.socket()
  large.write(
    Buffer.concat(
      [JSON.stringify(hello), ...Array.from({ length: 3 }, () => ' '.repeat(60_000))].map((text) => clientFrame(text)),
    ),
  )
  assert.equal(outcomeOf(await large.closed()), 4500)
})

test('BAD-4 after hello an unknown command and a text that is none are answered, and the connection lives on', async () => {
  const kim = await place.enter(place.kim)
  assert.equal(outcomeOf(await kim.ask('{"id":5,"type":"message.shout"}')), 'bad_request type')
  for (const text of ['', 'hello', '[]', 'null', '{"id":', '\u0000', '{"id":1e999}']) {
    const answer = await kim.ask(text)
    assert('error' in answer && answer.error.code === 'bad_request' && answer.re === null, JSON.stringify(answer))
  }
  assert.deepEqual(await ask(kim, 'activity', { state: 'active' }), {})
})

test('BAD-4 every command has been tried before hello', () => {
  const tried = new Set(baseFrames(SOMEWHERE).map(({ type }) => type))
  assert.deepEqual([...tried].toSorted(), Object.keys(COMMANDS).toSorted())
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})
