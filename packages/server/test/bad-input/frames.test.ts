import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { after, test } from 'node:test'
import { clientFrame, fragments, OPCODE } from './client-frame.ts'
import { newRoom, openPlace, outcomeOf } from './place.ts'
import { RawSocket } from './raw-socket.ts'

const place = await openPlace()
after(() => place.close())
const ada = await place.enter(place.ada)
const { room } = await newRoom(ada, 'public', [place.kim])

const HISTORY = JSON.stringify({ id: 7, type: 'history', room })

test('BAD-8 a text of 64 KiB is read, one byte more closes with 4502', async () => {
  const kim = await place.enter(place.kim)
  assert.equal(outcomeOf(await kim.ask(HISTORY.padEnd(65_536, ' '))), 'ok')
  const closed = await kim.ask(HISTORY.padEnd(65_537, ' '))
  assert.deepEqual(closed, { closed: 4502, reason: 'A frame takes at most 65536 bytes here.' })
})

test('BAD-8 bytes are counted, not characters', async () => {
  const kim = await place.enter(place.kim)
  const text = JSON.stringify({ id: 7, type: 'history', room, limit: '漢'.repeat(22_000) })
  assert(text.length < 65_536)
  assert.equal(outcomeOf(await kim.ask(text)), 4502)
})

for (const declaredLength of [
  131_073n,
  2n ** 31n,
  2n ** 32n + 1n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
]) {
  test(`BAD-8 a frame that says it has ${declaredLength} bytes closes before they come`, async () => {
    const kim = await place.enter(place.kim)
    kim.write(clientFrame('', { declaredLength }))
    assert.equal(outcomeOf(await kim.closed()), 1009)
  })
}

test('BAD-8 fragments without end close with 1009 when they are too much together', async () => {
  const kim = await place.enter(place.kim)
  const part = ' '.repeat(10_000)
  kim.write(...fragments(Array.from({ length: 20 }, () => part)))
  assert.equal(outcomeOf(await kim.closed()), 1009)
})

test('BAD-8 fragments of nothing close when there are too many', async () => {
  const kim = await place.enter(place.kim)
  kim.write(...fragments(Array.from({ length: 10_000 }, () => '')))
  assert.equal(outcomeOf(await kim.closed()), 1008)
})

test('BAD-9 binary frames close with 4500', async () => {
  for (const payload of [Buffer.from(HISTORY), Buffer.of(0), Buffer.alloc(0), Buffer.alloc(60_000, 1)]) {
    const kim = await place.enter(place.kim)
    kim.write(clientFrame(payload, { opcode: OPCODE.binary }))
    assert.equal(outcomeOf(await kim.closed()), 4500)
  }
})

const BROKEN_UTF8: Record<string, number[]> = {
  'a byte that never stands in UTF-8': [0xff],
  'a lone continuation': [0x80],
  'a text that ends within a character': [0xe2, 0x82],
  'an overlong slash': [0xc0, 0xaf],
  'an overlong NUL': [0xc0, 0x80],
  'a surrogate': [0xed, 0xa0, 0x80],
  'a character beyond Unicode': [0xf4, 0x90, 0x80, 0x80],
}

for (const [name, bytes] of Object.entries(BROKEN_UTF8)) {
  test(`BAD-9 ${name} closes with 1007, in a key, a value, or spread over fragments`, async () => {
    const broken = Buffer.from(bytes)
    const around = [HISTORY.replace('rm_', 'rm_ '), HISTORY.replace('room', 'room ')].map(
      (text) => text.split(' ') as [string, string],
    )
    for (const [before, behind] of around) {
      const whole = Buffer.concat([Buffer.from(before), broken, Buffer.from(behind)])
      for (const frames of [[clientFrame(whole)], fragments([before, broken, behind]), fragments(bytewise(whole))]) {
        const kim = await place.enter(place.kim)
        kim.write(...frames)
        assert.equal(outcomeOf(await kim.closed()), 1007)
      }
    }
  })
}

test('BAD-10 a character may be spread over fragments', async () => {
  const kim = await place.enter(place.kim)
  const text = JSON.stringify({ id: 7, type: 'message.send', room, cid: 'c-spread', text: '👩‍🚀 漢 é' })
  kim.write(...fragments(bytewise(Buffer.from(text))))
  assert.equal(outcomeOf(await kim.answer()), 'ok')
  const page = await kim.ask(JSON.stringify({ id: 8, type: 'history', room, limit: 1 }))
  assert('ok' in page && page.text.includes('👩‍🚀 漢 é'))
})

const BROKEN_FRAMES: Record<string, Uint8Array[]> = {
  'a frame without mask': [clientFrame(HISTORY, { masked: false })],
  'a reserved bit': [clientFrame(HISTORY, { rsv: 4 })],
  'another reserved bit': [clientFrame(HISTORY, { rsv: 1 })],
  'an unknown kind of data': [clientFrame(HISTORY, { opcode: 3 })],
  'an unknown kind of control': [clientFrame('', { opcode: 11 })],
  'a ping in fragments': [clientFrame('', { opcode: OPCODE.ping, fin: false })],
  'a ping of 126 bytes': [clientFrame('x'.repeat(126), { opcode: OPCODE.ping })],
  'a continuation of nothing': [clientFrame(HISTORY, { opcode: OPCODE.continuation })],
  'a text within a text': [clientFrame('{', { fin: false }), clientFrame(HISTORY)],
  'a goodbye of one byte': [clientFrame(Buffer.of(3), { opcode: OPCODE.close })],
  'a goodbye with a code that is none': [clientFrame(Buffer.of(3, 0xed), { opcode: OPCODE.close })],
  'a compressed frame': [clientFrame(HISTORY, { rsv: 4, opcode: OPCODE.binary })],
}

for (const [name, frames] of Object.entries(BROKEN_FRAMES)) {
  test(`BAD-9 ${name} closes with 1002`, async () => {
    const kim = await place.enter(place.kim)
    kim.write(...frames)
    assert.equal(outcomeOf(await kim.closed()), 1002)
  })
}

test('BAD-10 pings and pongs between fragments are no part of the text', async () => {
  const kim = await place.enter(place.kim)
  const [first, second] = fragments([HISTORY.slice(0, 10), HISTORY.slice(10)])
  assert(first !== undefined && second !== undefined)
  kim.write(first, clientFrame('?', { opcode: OPCODE.ping }), clientFrame('', { opcode: OPCODE.pong }), second)
  assert.equal(outcomeOf(await kim.answer()), 'ok')
})

test('BAD-10 many frames in one piece are answered in order, one frame in many pieces once', async () => {
  const kim = await place.enter(place.kim)
  const ids = [11, 12, 13, 14, 15]
  kim.write(Buffer.concat(ids.map((id) => clientFrame(HISTORY.replace('7', String(id))))))
  for (const id of ids) assert.deepEqual(replyIdOf(await kim.answer()), id)
  kim.write(...bytewise(clientFrame(HISTORY)))
  assert.deepEqual(replyIdOf(await kim.answer()), 7)
})

test('BAD-10 half a frame and a lost peer cost the others nothing', async () => {
  for (const rude of [
    clientFrame(HISTORY).subarray(0, 20),
    clientFrame('', { declaredLength: 60_000n }),
    Buffer.of(0x81),
  ]) {
    const kim = await place.enter(place.kim)
    kim.write(rude)
    kim.cut()
  }
  assert.equal(outcomeOf(await ada.ask(HISTORY)), 'ok')
})

test('BAD-10 a peer who goes in the middle of the upgrade costs the others nothing', async () => {
  await assert.rejects(RawSocket.open(place.server.address, '/v1/elsewhere'), { message: 'HTTP/1.1 404 Not Found' })
  for (const path of [
    '//',
    '/v1/ws?token=nat_1',
    '/v1/ws?ticket=',
    '/v1/ws?ticket=%00',
    `/v1/ws?${'a'.repeat(7_000)}=1#`,
    '*',
  ]) {
    const opening = RawSocket.open(place.server.address, path).then(
      (raw) => raw.cut(),
      (error: Error) => assert.match(error.message, /^HTTP\/1\.1 4\d\d /, path),
    )
    await opening
  }
  assert.equal(outcomeOf(await ada.ask(HISTORY)), 'ok')
})

test('BAD-1 none of this was a fault of the server', () => {
  assert.deepEqual(place.faults(), [])
})

function bytewise(bytes: Buffer): Buffer[] {
  return Array.from(bytes, (byte) => Buffer.of(byte))
}

function replyIdOf(answer: Awaited<ReturnType<RawSocket['answer']>>): number | null | undefined {
  return 're' in answer ? answer.re : undefined
}
