import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, RoomId, UserId } from '@natter/protocol'
import type { FinalLog, FinalRow } from '@natter/protocol/history'
import { noCounts } from '../counts.ts'
import type { Counts } from '../counts.ts'
import { judge } from '../crowd/judge.ts'
import type { Evidence, Sight } from '../crowd/judge.ts'
import type { Outcome, Post } from '../crowd/post.ts'

const DEN: RoomId = 'rm_denn'
const ADA: UserId = 'us_adaa'
const CIDS = ['one', 'two', 'three']

test('PR-5 the judge is content with a server that kept all', () => {
  assert.deepEqual(judged({}), { ...noCounts(), runs: 1, acked: 3 })
})

test('PR-5 the judge notices what was lost', () => {
  assert.equal(judged({ logs: [log(['one', 'two'])], told: told(['one', 'two']) }).lost, 2, 'in the log and in history')
  const unanswered = [...posts().slice(0, 2), { ...post('three', 3), outcome: { state: 'pending' } satisfies Outcome }]
  assert.equal(judged({ posts: unanswered }).lost, 1, 'never answered')
  const otherText = [...posts().slice(0, 2), { ...post('three', 3), text: 'said otherwise' }]
  assert.equal(judged({ posts: otherText }).lost, 1, 'another text')
})

test('PR-5 the judge notices what stands twice, what nobody wrote and what was refused', () => {
  const all = ['one', 'two', 'three', 'two']
  assert.equal(judged({ logs: [log(all)], told: told(all), viewings: [view(all)] }).doubled, 1)
  assert.match(judged({ posts: posts().slice(1) }).violations[0] ?? '', /^H2 .*written by nobody/)
  const refused = [
    ...posts().slice(0, 2),
    { ...post('three', 3), outcome: { state: 'refused', code: 'quota' } as const },
  ]
  assert.match(judged({ posts: refused }).violations[0] ?? '', /^H2 .*was refused and is in the log/)
})

test('PR-5 the judge notices another order', () => {
  const [one, two, three] = posts()
  assert(one !== undefined && two !== undefined && three !== undefined)
  const overtaken = [{ ...three, at: 0 }, one, two]
  assert.equal(judged({ posts: overtaken }).reordered, 1, 'the order of one sender')
  const sights = view(CIDS).sights
  const [first, second, third] = sights
  assert(first !== undefined && second !== undefined && third !== undefined)
  assert.equal(judged({ viewings: [{ ...view(CIDS), sights: [second, first, third] }] }).reordered, 1)
})

test('PR-5 the judge notices what a client was not shown, unless it was told', () => {
  const [first, , third] = view(CIDS).sights
  assert(first !== undefined && third !== undefined)
  const shown = (sights: Sight[]): Partial<Evidence> => ({ viewings: [{ ...view(CIDS), sights }] })
  assert.equal(judged(shown([first, third])).gaps, 1)
  assert.equal(judged(shown([first, { ...third, isAnew: true }])).gaps, 0)
  assert.equal(judged(shown([first])).gaps, 1, 'the end is missing')
  assert.equal(judged(shown([...view(CIDS).sights, third])).doubled, 1)
})

function judged(changed: Partial<Evidence>): Counts {
  return judge({
    posts: posts(),
    viewings: [view(CIDS)],
    received: [],
    told: told(CIDS),
    logs: [log(CIDS)],
    ...changed,
  })
}

function posts(): Post[] {
  return CIDS.map((cid, index) => post(cid, index + 1))
}

function post(cid: string, seq: number): Post {
  const outcome: Outcome = { state: 'acked', seq, n: seq }
  return { by: 'ada', user: ADA, room: DEN, cid, text: `text of ${cid}`, at: seq, settledAt: seq + 0.5, outcome }
}

function log(cids: string[]): FinalLog {
  const rows = cids.map((cid, index): FinalRow => {
    const seq = index + 1
    return { seq, ref: 'r', type: 'message.posted', by: ADA, n: seq, hash: cid, cid }
  })
  return { room: DEN, rows }
}

function told(cids: string[]): Map<RoomId, Message[]> {
  const messages = cids.map((cid, index): Message => {
    return { seq: index + 1, n: index + 1, cid, by: ADA, at: 0, text: `text of ${cid}` }
  })
  return new Map([[DEN, messages]])
}

function view(cids: string[]): { by: string; room: RoomId; sights: Sight[] } {
  const sights = cids.map((cid, index) => {
    return { seq: index + 1, n: index + 1, cid, text: `text of ${cid}`, isAnew: false }
  })
  return { by: 'kim', room: DEN, sights }
}
