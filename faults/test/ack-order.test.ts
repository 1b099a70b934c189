import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earlyAcks } from '../tools/ack-order.ts'

const CIDS = new Map([
  [7, 'cid-seven'],
  [8, 'cid-eight'],
])
const WRITE = String.raw`20 pwrite64(9, "\0\1cid-sevenhello", 4096, 0) = 4096`
const WRITE_BOTH = String.raw`20 pwrite64(9, "cid-sevenhello\7cid-eight", 4096, 0) = 4096`
const SYNC = '20 fdatasync(9) = 0'
const ACK = String.raw`10 write(21, "\201~\0p{\"re\":4,\"ok\":{\"seq\":7,\"ref\":\"abcd\",\"n\":6}}", 80) = 80`
const ACK_MANY = String.raw`10 writev(21, [{iov_base="{\"re\":4,\"ok\":{\"items\":[{\"seq\":7,\"ref\":\"a\"},{\"seq\":8,\"ref\":\"b\"}]}}", iov_len=9}], 1) = 80`

test('PR-6 the reader of traces is content with an answer behind its fsync', () => {
  assert.deepEqual(earlyAcks([WRITE, SYNC, ACK].join('\n'), CIDS), { checked: 1, early: [] })
  assert.deepEqual(earlyAcks([WRITE_BOTH, SYNC, ACK_MANY].join('\n'), CIDS), { checked: 2, early: [] })
  const interrupted = [WRITE, '20 fdatasync(9 <unfinished ...>', '20 <... fdatasync resumed>) = 0', ACK]
  assert.deepEqual(earlyAcks(interrupted.join('\n'), CIDS), { checked: 1, early: [] })
})

test('PR-6 the reader of traces finds answers before their fsync, or after another one', () => {
  const sentence = 'cid-seven at seq 7 was acknowledged before its fsync had returned'
  for (const trace of [
    [WRITE, ACK, SYNC],
    [SYNC, WRITE, ACK],
    [ACK],
    [WRITE, '20 fdatasync(9 <unfinished ...>', ACK, '20 <... fdatasync resumed>) = 0'],
    [WRITE, '20 fdatasync(9) = -1 EIO (Input/output error) (INJECTED)', ACK],
    ['20 fdatasync(9 <unfinished ...>', WRITE, '20 <... fdatasync resumed>) = 0', ACK],
  ]) {
    assert.deepEqual(earlyAcks(trace.join('\n'), CIDS), { checked: 1, early: [sentence] }, trace.join('\n'))
  }
  assert.equal(earlyAcks([WRITE, SYNC, ACK_MANY].join('\n'), CIDS).early.length, 1, 'one of two')
})
