import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, RoomId } from '@natter/protocol'
import type { Post } from './crowd.ts'
import { judge } from './verdict.ts'
import { WholeLog } from './whole-log.ts'

const DEN: RoomId = 'rm_denn'
const [ONE, TWO] = [post('one', 3, 1), post('two', 5, 2)]

test('PR-1 PR-3 the verdict on a server that kept all is clean', () => {
  assert.deepEqual(found([ONE, TWO], logOf(message('one', 3, 1), message('two', 5, 2))), [0, 0, 0, 0])
})

test('PR-1 PR-3 the verdict notices what was lost, moved, changed, doubled, renumbered and made up', () => {
  const [one, two] = [message('one', 3, 1), message('two', 5, 2)]
  assert.deepEqual(found([ONE, TWO], logOf(one)), [1, 0, 0, 1], 'an acknowledged message is gone')
  assert.deepEqual(found([ONE, TWO], logOf(one, { ...two, seq: 6 })), [1, 0, 0, 1], 'it has another seq')
  assert.deepEqual(found([ONE, TWO], logOf(one, { ...two, text: 'too' })), [1, 0, 0, 1], 'it has another text')
  assert.deepEqual(found([ONE, TWO], logOf(one, two, message('two', 6, 3))), [0, 1, 0, 1], 'it is there twice')
  assert.deepEqual(found([ONE], logOf(one, message('gap', 5, 3))), [0, 0, 1, 2], 'n has a hole, and nobody sent it')
  assert.deepEqual(judge([ONE, TWO], logOf(two, one)).gaps, 3, 'the order is another one')
  const { answer: _, ...unanswered } = TWO
  assert.deepEqual(found([ONE, unanswered], logOf(one, two)), [1, 0, 0, 1], 'a retry was never answered')
})

/** What was found, with the number of sentences about it. */
function found(posts: Post[], log: WholeLog): number[] {
  const { lost, doubled, gaps, faults } = judge(posts, log)
  return [lost, doubled, gaps, faults.length]
}

function logOf(...messages: Message[]): WholeLog {
  const log = new WholeLog([DEN])
  log.messages.set(DEN, messages)
  return log
}

function message(cid: string, seq: number, n: number): Message {
  return { seq, n, cid, by: 'us_adaa', at: 0, text: cid }
}

function post(cid: string, seq: number, n: number): Post {
  return { room: DEN, cid, text: cid, sender: 0, answer: { seq, n, ref: 'r', at: 0, duplicate: false } }
}
