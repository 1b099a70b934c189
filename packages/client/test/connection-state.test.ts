import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeAction } from '@natter/protocol'
import { backoffMs } from '../src/backoff.ts'
import { IDLE } from '../src/connection-machine.ts'
import type { ConnectionEvent, Effect, Machine } from '../src/connection-machine.ts'
import { step } from '../src/connection-state.ts'
import { verdictOfClose } from '../src/connection-verdict.ts'

const NOW = 1_000_000

/** Runs a machine through events; returns where it ends and what the last event asked for. */
function run(events: ConnectionEvent[], { now = NOW, random = 0.5, from = IDLE } = {}): [Machine, Effect[]] {
  let machine = from
  let effects: Effect[] = []
  for (const event of events) [machine, effects] = step(machine, event, { now, random: () => random })
  return [machine, effects]
}

const closed = (id: number, code: number, reason = ''): ConnectionEvent => ({
  type: 'ended',
  id,
  verdict: verdictOfClose(code, reason),
})

const GREETED: ConnectionEvent[] = [
  { type: 'start' },
  { type: 'token', id: 1, token: 't' },
  { type: 'opened', id: 1 },
  { type: 'hello', id: 1, expiresInMs: 600_000, quietMs: 35_000 },
]

test('SDK-1 the wait doubles from 1 s to 30 s with full jitter', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 60].map((failures) => backoffMs(failures, () => 0.999_999))
  assert.deepEqual(longest, [999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999, 29_999])
  assert.equal(
    backoffMs(9, () => 0),
    0,
  )
})

test('SDK-1 a machine that was cut off waits, dials, and asks for one thing at a time', () => {
  const [, asks] = run([{ type: 'start' }])
  assert.deepEqual(asks, [
    { do: 'set', timer: 'dial', delayMs: 15_000 },
    { do: 'token', dial: { step: 'token', id: 1, ask: 'connect', deadline: { delayMs: 15_000 } } },
  ])
  const [live, effects] = run(GREETED)
  assert.deepEqual(effects, [
    { do: 'clear', timer: 'dial' },
    { do: 'set', timer: 'watch', delayMs: 35_000 },
    { do: 'set', timer: 'renew', delayMs: 540_000 },
    { do: 'live', id: 1 },
  ])
  const [waiting, after] = run([closed(1, 1006)], { from: live })
  assert.deepEqual(waiting.phase, {
    state: 'waiting',
    retryAt: NOW + 500,
    retry: { delayMs: 500 },
    why: 'No connection.',
    isFirm: false,
    ask: 'connect',
  })
  assert.deepEqual(after, [
    { do: 'drop', id: 1 },
    { do: 'down' },
    { do: 'set', timer: 'retry', delayMs: 500 },
    { do: 'clear', timer: 'watch' },
    { do: 'clear', timer: 'renew' },
  ])
})

test('SDK-1 a step of connecting that takes too long is a failure', () => {
  const [machine] = run([{ type: 'start' }, { type: 'timer', timer: 'dial', quietMs: 0 }])
  assert.equal(machine.phase.state, 'waiting')
  assert.equal(machine.failures, 1)
})

test('SDK-2 failures are forgotten after 30 s of connection, and not before', () => {
  const live = { ...run(GREETED)[0], failures: 5 }
  assert.equal(run([closed(1, 1006)], { from: live, now: NOW + 29_999 })[0].failures, 6)
  assert.equal(run([closed(1, 1006)], { from: live, now: NOW + 30_000 })[0].failures, 1)
})

test('SDK-3 the wait of a close reason is kept, and a wake does not shorten it', () => {
  const [machine, effects] = run([...GREETED, closed(1, 4008, '{"retryInMs":8123}')])
  assert(effects.some((effect) => effect.do === 'set' && effect.timer === 'retry' && effect.delayMs === 8_123))
  const wake: ConnectionEvent = { type: 'wake', quietMs: 0 }
  assert.deepEqual(run([wake], { from: machine }), [machine, []])
  assert.equal(run([{ type: 'start' }], { from: machine })[0].phase.state, 'dialing')
})

test('SDK-3 a reason that is no wait is no wait', () => {
  for (const reason of ['', '{', '[]', '{"retryInMs":"soon"}', '{"retryInMs":-1}', '{"retryInMs":1e999}', 'null']) {
    assert.equal(verdictOfClose(4001, reason).delayMs, undefined, reason)
  }
  assert.equal(verdictOfClose(4001, '{"retryInMs":999999999999}').delayMs, 600_000)
})

test('SDK-4 a wake ends a wait of our own, and looks into a connection that is quiet', () => {
  const [waiting] = run([...GREETED, closed(1, 1006)])
  assert.equal(run([{ type: 'wake', quietMs: 0 }], { from: waiting })[0].phase.state, 'dialing')
  assert.deepEqual(run([...GREETED, { type: 'wake', quietMs: 5_000 }])[1], [
    { do: 'set', timer: 'watch', delayMs: 5_000 },
    { do: 'ping', id: 1 },
  ])
  assert.deepEqual(run([...GREETED, { type: 'wake', quietMs: 4_999 }])[1], [])
})

test('SDK-5 a refused token is renewed at once, once', () => {
  const [machine] = run([...GREETED, closed(1, 4401)])
  assert.equal(machine.phase.state === 'dialing' && machine.phase.dial.ask, 'renew')
  const again = closed(2, 4401)
  const [stopped] = run([{ type: 'token', id: 2, token: 'u' }, again], { from: machine })
  assert.deepEqual(stopped.phase, {
    state: 'stopped',
    why: 'No connection.',
    code: 'unauthorized',
    action: 'signIn',
  })
})

test('SDK-5 a renewal that does not get through is tried again, not taken for a refusal', () => {
  const [dialing] = run([...GREETED, closed(1, 4401)])
  const [waiting] = run([{ type: 'noToken', id: 2, verdict: { why: 'offline' } }], { from: dialing })
  assert.equal(waiting.phase.state === 'waiting' && waiting.phase.ask, 'renew')
  const [renewing] = run([{ type: 'timer', timer: 'retry', quietMs: 0 }], { from: waiting })
  const events: ConnectionEvent[] = [{ type: 'token', id: 3, token: 'u' }, closed(3, 4401)]
  assert.equal(run(events, { from: renewing })[0].phase.state, 'stopped')
})

test('SDK-6 every close code acts as the protocol says', () => {
  for (let code = 1_000; code < 5_000; code++) {
    const { first, stop } = verdictOfClose(code, '')
    const action =
      stop !== undefined ? 'stop' : first === 'renew' ? 'renew' : first === 'connect' ? 'hello' : 'reconnect'
    assert.equal(action, closeAction(code), String(code))
  }
})

test('SDK-6 the sentence of the server is told, and what can be done', () => {
  assert.deepEqual(verdictOfClose(4506, 'You were signed out.'), {
    why: 'You were signed out.',
    stop: { code: 4506, action: 'signIn' },
  })
  assert.deepEqual(verdictOfClose(4501, ''), {
    why: 'No connection.',
    stop: { code: 4501, action: 'upgrade' },
  })
  assert.deepEqual(verdictOfClose(4403, 'Elsewhere.'), { why: 'Elsewhere.', stop: { code: 4403, action: 'none' } })
})

test('SDK-7 silence is probed, and a probe without an echo ends the connection', () => {
  const watch = (quietMs: number): ConnectionEvent => ({ type: 'timer', timer: 'watch', quietMs })
  assert.deepEqual(run([...GREETED, watch(20_000)])[1], [{ do: 'set', timer: 'watch', delayMs: 15_000 }])
  const [probing, effects] = run([...GREETED, watch(35_000)])
  assert.deepEqual(effects, [
    { do: 'set', timer: 'watch', delayMs: 5_000 },
    { do: 'ping', id: 1 },
  ])
  assert.deepEqual(run([watch(4_000)], { from: probing })[1], [{ do: 'set', timer: 'watch', delayMs: 31_000 }])
  assert.equal(run([watch(40_000)], { from: probing })[0].phase.state, 'waiting')
  // A clock that was set back by a day must not make silence look fresh.
  assert.equal(run([...GREETED, watch(-86_400_000)])[1].at(-1)?.do, 'ping')
})

test('SDK-8 a draining server keeps its client until the next connection is live', () => {
  const [live, drain] = run([...GREETED, { type: 'drain', reconnectInMs: 8_000 }])
  assert.deepEqual(drain, [{ do: 'set', timer: 'retry', delayMs: 8_000 }])
  const retry: ConnectionEvent = { type: 'timer', timer: 'retry', quietMs: 0 }
  const [dialing, dial] = run([retry, { type: 'token', id: 2, token: 't' }], { from: live })
  assert.equal(dialing.phase.state, 'live')
  assert.equal(dial.at(-1)?.do, 'socket')
  const [next, effects] = run(
    [
      { type: 'opened', id: 2 },
      { type: 'hello', id: 2, expiresInMs: 600_000, quietMs: 35_000 },
    ],
    { from: dialing },
  )
  assert.equal(next.phase.state === 'live' && next.phase.id, 2)
  assert.deepEqual(effects.slice(0, 2), [{ do: 'drop', id: 1 }, { do: 'down' }])
  assert.deepEqual(effects.at(-1), { do: 'live', id: 2 })
  const [kept] = run([closed(2, 1006)], { from: dialing })
  assert.equal(kept.phase.state === 'live' && kept.phase.id, 1, 'a successor that fails leaves the old one alone')
  const [onward] = run([closed(1, 4001)], { from: dialing })
  assert.equal(onward.phase.state === 'dialing' && onward.phase.dial.id, 2, 'the old one ends, the successor goes on')
})

test('SDK-9 tokens are renewed a minute before they end, short ones at half their life', () => {
  const due = (expiresInMs: number): Effect[] => run([...GREETED, { type: 'renewed', expiresInMs }])[1]
  assert.deepEqual(due(3_600_000), [{ do: 'set', timer: 'renew', delayMs: 3_540_000 }])
  assert.deepEqual(due(60_000), [{ do: 'set', timer: 'renew', delayMs: 30_000 }])
  assert.deepEqual(run([...GREETED, { type: 'renewed', expiresInMs: undefined }])[1], [
    { do: 'set', timer: 'renew', delayMs: 10_000 },
  ])
})

test('SDK-10 a provider that is final stops the client, another does not', () => {
  const noToken = (stop: boolean): ConnectionEvent => ({
    type: 'noToken',
    id: 1,
    verdict: stop ? { why: 'no', stop: { code: 'unauthorized', action: 'signIn' } } : { why: 'no' },
  })
  assert.equal(run([{ type: 'start' }, noToken(false)])[0].phase.state, 'waiting')
  const [stopped] = run([{ type: 'start' }, noToken(true)])
  assert.deepEqual(stopped.phase, { state: 'stopped', why: 'no', code: 'unauthorized', action: 'signIn' })
  assert.equal(run([{ type: 'start' }], { from: stopped })[0].phase.state, 'dialing')
})

test('SDK-6 events of a try that is over do nothing', () => {
  const [machine] = run([...GREETED, closed(1, 1006)])
  const late: ConnectionEvent[] = [
    { type: 'token', id: 1, token: 't' },
    { type: 'opened', id: 1 },
    { type: 'hello', id: 1, expiresInMs: 1, quietMs: 1 },
    closed(1, 4506),
    { type: 'drain', reconnectInMs: 1 },
    { type: 'renewed', expiresInMs: 1 },
  ]
  for (const event of late) assert.deepEqual(run([event], { from: machine }), [machine, []], event.type)
})
