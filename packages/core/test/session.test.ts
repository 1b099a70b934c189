import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  admitCommand,
  closeSession,
  createSession,
  drainSession,
  enterSession,
  HELD_FRAMES_MAX,
  isExpired,
  isHelloOverdue,
  renewSession,
} from '@natter/core'
import type { Admission, Session, SessionRules } from '@natter/core'
import { limits } from './house.ts'

const NOW = 50_000
const rules: SessionRules = { limits, ratesEnforced: true }
const kimsSession = { user: 'us_kim1', session: 'se_kim1', expiresAt: 1_795_270_000_000 } as const

test('SE-1 the first frame is hello', () => {
  const [session, admission] = admitCommand(greeting(), 'hello', NOW, rules)
  assert.deepEqual(admission, { verdict: 'run' })
  assert.equal(session.state, 'entering')
})

test('SE-1 any other first frame closes, also one that could not be read', () => {
  for (const type of ['message.send', 'bye', 'hell', null]) {
    const [session, admission] = admitCommand(greeting(), type, NOW, rules)
    assert.deepEqual(closeOf(admission), 'protocolError')
    assert.deepEqual(session, { state: 'closed', code: 4500 })
  }
})

test('SE-2 hello is accepted before its time is over, and then no more', () => {
  assert.equal(isHelloOverdue(greeting(), NOW + 4_999), false)
  assert.equal(isHelloOverdue(greeting(), NOW + 5_000), true)
  assert.deepEqual(admitCommand(greeting(), 'hello', NOW + 4_999, rules)[1], { verdict: 'run' })
  const [session, admission] = admitCommand(greeting(), 'hello', NOW + 5_000, rules)
  assert.deepEqual(closeOf(admission), 'helloTimeout')
  assert.deepEqual(session, { state: 'closed', code: 4010 })
})

test('SE-2 a hello that is still being checked runs out of time too, one that was accepted does not', () => {
  const entering = admitCommand(greeting(), 'hello', NOW, rules)[0]
  assert.equal(isHelloOverdue(entering, NOW + 5_000), true)
  assert.equal(isHelloOverdue(live(), NOW + 999_999), false)
})

test('SE-3 frames wait while hello is being checked, and one too many closes', () => {
  let session = admitCommand(greeting(), 'hello', NOW, rules)[0]
  let admission: Admission
  for (let i = 0; i < HELD_FRAMES_MAX; i++) {
    ;[session, admission] = admitCommand(session, 'hello', NOW, rules)
    assert.deepEqual(admission, { verdict: 'hold' })
  }
  ;[session, admission] = admitCommand(session, 'message.send', NOW, rules)
  assert.equal(closeOf(admission), 'protocolError')
  assert.equal(session.state, 'closed')
})

test('SE-4 a second hello is refused and the session lives on', () => {
  for (const before of [live(), drainSession(live(), NOW + 9_000)]) {
    const [session, admission] = admitCommand(before, 'hello', NOW, rules)
    assert.deepEqual(refusalOf(admission), { code: 'bad_request', field: 'type' })
    assert.equal(session.state, before.state)
  }
})

test('SE-4 only a session that is saying hello becomes live', () => {
  assert.deepEqual(enterSession(greeting(), kimsSession), greeting())
  const other = { ...kimsSession, user: 'us_ben1' } as const
  assert.deepEqual(enterSession(live(), other), live())
})

test('SE-5 a burst of 100 frames runs, whatever they hold, and then 50 a second', () => {
  const types = ['message.send', 'typing', null, 'history', 'no.such.command']
  const atOnce = flood(live(), 150, () => NOW, { types })
  assert.deepEqual(atOnce.verdicts, { run: 100, refuse: 50, close: 0 })
  const later = flood(atOnce.session, 200, (index) => NOW + 1_000 + index * 5, { types })
  // Of a second that was waited for, and of the second that passes.
  assert(Math.abs(later.verdicts.run - 100) <= 1, JSON.stringify(later.verdicts))
})

test('SE-5 what is beyond the rate is told when it may come again', () => {
  const { session } = flood(live(), 100, () => NOW)
  const admission = admitCommand(session, 'read', NOW, rules)[1]
  assert('refused' in admission)
  assert.deepEqual(admission.refused, {
    code: 'rate_limited',
    message: 'At most 50 commands a second.',
    retryAfterMs: 20,
  })
  assert.deepEqual(admitCommand(session, 'read', NOW + 20, rules)[1], { verdict: 'run' })
})

test('SE-6 a steady three times too much is refused for 10 s and then closes', () => {
  // 200 frames a second: 50 run, 150 are refused.
  const flooded = flood(live(), 10_000, (index) => NOW + index * 4.99)
  assert.equal(flooded.verdicts.close, 1)
  assert.deepEqual(flooded.session, { state: 'closed', code: 4007 })
  assert(flooded.closedAfterMs > 9_900 && flooded.closedAfterMs < 12_100, `${flooded.closedAfterMs} ms`)
})

test('SE-6 less than that goes on for ever', () => {
  // 190 frames a second: 50 run, 140 are refused.
  const flooded = flood(live(), 190 * 120, (index) => NOW + index * (1_000 / 190))
  assert.equal(flooded.verdicts.close, 0)
  assert(flooded.verdicts.refuse > 15_000, 'the refusals of all windows together are far beyond 1,500')
})

test('SE-6 a sudden flood is closed when it has been refused 1,500 times', () => {
  const flooded = flood(live(), 5_000, () => NOW)
  assert.deepEqual(flooded.verdicts, { run: 100, refuse: 1_500, close: 1 })
})

test('SE-6 a window ends after 10 s, and its refusals with it', () => {
  const first = flood(live(), 1_600, () => NOW)
  assert.deepEqual(first.verdicts, { run: 100, refuse: 1_500, close: 0 })
  const second = flood(first.session, 1_600, () => NOW + 10_000)
  assert.deepEqual(second.verdicts, { run: 100, refuse: 1_500, close: 0 })
  assert.equal(flood(first.session, 1_600, () => NOW + 9_999).verdicts.close, 1)
})

test('SE-6 a window begins with its first refusal, also when the clock has just begun', () => {
  const first = flood(live(), 1_600, () => 9_999)
  assert.deepEqual(first.verdicts, { run: 100, refuse: 1_500, close: 0 })
  assert.equal(flood(first.session, 2, () => 10_000).verdicts.close, 1)
})

test('SE-7 without enforced rates nothing is counted', () => {
  const free = flood(live(), 5_000, () => NOW, { within: { limits, ratesEnforced: false } })
  assert.deepEqual(free.verdicts, { run: 5_000, refuse: 0, close: 0 })
})

test('SE-8 a session ends with its token', () => {
  const { expiresAt } = kimsSession
  assert.equal(isExpired(live(), expiresAt - 1), false)
  assert.equal(isExpired(live(), expiresAt), true)
  assert.equal(isExpired(drainSession(live(), NOW), expiresAt), true)
  for (const session of [greeting(), closeSession(live(), 4401)]) assert.equal(isExpired(session, expiresAt), false)
})

test('SE-8 renewing moves the end of a session that is signed in', () => {
  const { expiresAt } = kimsSession
  assert.equal(isExpired(renewSession(live(), expiresAt + 10), expiresAt), false)
  assert.equal(isExpired(renewSession(drainSession(live(), NOW), expiresAt + 10), expiresAt), false)
  assert.deepEqual(renewSession(greeting(), expiresAt), greeting())
})

test('SE-9 a session of a server that is going away still answers', () => {
  const draining = drainSession(live(), NOW + 9_000)
  assert.equal(draining.state, 'draining')
  assert.deepEqual(admitCommand(draining, 'message.send', NOW, rules)[1], { verdict: 'run' })
  assert.deepEqual(flood(draining, 150, () => NOW).verdicts, { run: 100, refuse: 50, close: 0 })
  assert.deepEqual(drainSession(greeting(), NOW), greeting())
})

test('SE-10 a closed session stays closed with its first code and ignores what comes', () => {
  const closed = closeSession(live(), 4506)
  assert.deepEqual(closed, { state: 'closed', code: 4506 })
  for (const type of ['hello', 'message.send', null])
    assert.deepEqual(admitCommand(closed, type, NOW, rules), [closed, { verdict: 'ignore' }])
  assert.deepEqual(closeSession(closed, 4000), closed)
  assert.deepEqual(enterSession(closed, kimsSession), closed)
  assert.deepEqual(renewSession(closed, 1), closed)
  assert.deepEqual(drainSession(closed, 1), closed)
})

function greeting(): Session {
  return createSession(NOW, limits)
}

function live(): Session {
  return enterSession(admitCommand(greeting(), 'hello', NOW, rules)[0], kimsSession)
}

interface Flooded {
  session: Session
  verdicts: { run: number; refuse: number; close: number }
  closedAfterMs: number
}

/** Frame after frame at the times of `timeOf`, until the connection is closed. */
function flood(
  before: Session,
  frames: number,
  timeOf: (index: number) => number,
  { types = ['typing'], within = rules }: { types?: (string | null)[]; within?: SessionRules } = {},
): Flooded {
  const verdicts = { run: 0, refuse: 0, close: 0, hold: 0, ignore: 0 }
  let session = before
  let closedAfterMs = Infinity
  for (let index = 0; index < frames && session.state !== 'closed'; index++) {
    const [next, admission] = admitCommand(session, types[index % types.length] ?? null, timeOf(index), within)
    verdicts[admission.verdict]++
    if (admission.verdict === 'close') closedAfterMs = timeOf(index) - timeOf(0)
    session = next
  }
  const { run, refuse, close } = verdicts
  return { session, verdicts: { run, refuse, close }, closedAfterMs }
}

function closeOf(admission: Admission): string | undefined {
  return admission.verdict === 'close' ? admission.close : undefined
}

function refusalOf(admission: Admission): object | undefined {
  return 'refused' in admission ? { code: admission.refused.code, field: admission.refused.field } : undefined
}
