import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientFrame } from '../load/client-frame.ts'
import { dueAtIn, messageText } from '../load/message-text.ts'
import { demandSockets, openFilesMax } from '../load/open-files.ts'
import { isProbe } from '../load/seat.ts'
import { postedSeq, replyId } from '../load/server-frames.ts'
import { sourceAddress } from '../load/source-address.ts'

test('the seq of an event and the id of a reply are read without parsing', () => {
  const posted = Buffer.from('{"type":"message.posted","room":"rm_a","seq":1043,"message":{"seq":7}}')
  assert.equal(postedSeq(posted), 1_043)
  assert.equal(replyId(posted), 0)
  const reply = Buffer.from('{"re":12,"ok":{"seq":5}}')
  assert.equal(replyId(reply), 12)
  assert.equal(postedSeq(reply), 0)
  assert.equal(postedSeq(Buffer.from('{"control":"ping"}')), 0)
  assert.equal(postedSeq(Buffer.alloc(0)), 0)
})

test('a text says when it was due, whatever its length', () => {
  for (const length of [16, 120, 2_000]) {
    const text = messageText(1_234.567, length)
    assert.equal(text.length, length)
    assert.equal(dueAtIn(Buffer.from(JSON.stringify({ message: { text } }))), 1_234.567)
  }
})

test('a frame says its length, in one byte or in three', () => {
  assert.deepEqual([...clientFrame('hi')], [0x81, 0x82, 0, 0, 0, 0, 104, 105])
  const long = clientFrame('x'.repeat(300))
  assert.deepEqual([...long.subarray(0, 4)], [0x81, 0x80 | 126, 1, 44])
  assert.equal(long.length, 308)
})

test('one socket in sixteen is a probe, and at least one in each room', () => {
  const probes = (rooms: number, members: number): number =>
    Array.from({ length: rooms }, (_, room) =>
      Array.from({ length: members }, (__, seat) => isProbe(room, seat, members)).filter(Boolean),
    ).flat().length
  assert.equal(probes(1, 1_000), 64)
  assert.equal(probes(20, 1), 20)
  assert.ok(probes(50, 10) >= 50 && probes(50, 10) <= 82)
})

test('how many files a process may open is read from its limits', () => {
  const limits =
    'Limit   Soft Limit  Hard Limit  Units\nMax open files            20000                20000     files\n'
  assert.equal(openFilesMax(limits), 20_000)
  assert.equal(openFilesMax('Max open files            unlimited            unlimited            files'), Infinity)
  assert.throws(() => demandSockets(10_000_000_000), /10000000000 sockets a process, .*ulimit -n/)
  demandSockets(10)
})

test('connections come from several addresses, so that their ports are enough', () => {
  assert.equal(sourceAddress(0), '127.0.0.1')
  assert.equal(sourceAddress(4_999), '127.0.0.1')
  assert.equal(sourceAddress(5_000), '127.0.0.2')
  assert.equal(sourceAddress(5_000 * 250), '127.0.0.1')
})
