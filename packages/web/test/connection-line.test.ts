import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connection } from '@natter/client'
import { connectionLine, nextLineState, nextLookAt } from '../src/app/connection-line.ts'
import type { LineState } from '../src/app/connection-line.ts'

const LIVE: Connection = { state: 'live', since: 0, roundTripMs: 5 }
const CONNECTING: Connection = { state: 'connecting', attempt: 1 }
const waiting = (retryAt: number): Connection => ({ state: 'waiting', attempt: 2, retryAt, why: 'No answer.' })

/** What the line says after each step of time and connection. */
function story(steps: [now: number, connection: Connection][]): unknown[] {
  let line: LineState = { state: 'quiet' }
  return steps.map(([now, connection]) => {
    line = nextLineState(line, connection, now)
    return connectionLine(line, connection, now)
  })
}

test('WEB-22 a connection that comes back within five seconds is never mentioned', () => {
  assert.deepEqual(
    story([
      [0, LIVE],
      [1_000, waiting(2_000)],
      [5_999, CONNECTING],
      [6_000, LIVE],
    ]).map((line) => (line as { kind: string }).kind),
    ['nothing', 'nothing', 'nothing', 'nothing'],
  )
})

test('WEB-22 after five seconds it says when it tries again, then that all is well, then nothing', () => {
  assert.deepEqual(
    story([
      [0, waiting(9_000)],
      [5_000, waiting(9_000)],
      [6_100, waiting(9_000)],
      [9_000, CONNECTING],
      [9_100, LIVE],
      [11_099, LIVE],
      [11_100, LIVE],
    ]),
    [
      { kind: 'nothing' },
      { kind: 'reconnecting', retryInS: 4 },
      { kind: 'reconnecting', retryInS: 3 },
      { kind: 'reconnecting' },
      { kind: 'back' },
      { kind: 'back' },
      { kind: 'nothing' },
    ],
  )
})

test('WEB-22 a final stop is told at once', () => {
  const stopped: Connection = {
    state: 'stopped',
    code: 4504,
    why: 'The account is disabled.',
    action: 'none',
  }
  assert.deepEqual(story([[0, stopped]]), [{ kind: 'stopped', why: 'The account is disabled.', action: 'none' }])
})

test('WEB-22 the line looks again when something is due, and not otherwise', () => {
  assert.equal(nextLookAt({ state: 'quiet' }, 70), undefined)
  assert.equal(nextLookAt({ state: 'lost', at: 70 }, 100), 5_070)
  assert.equal(nextLookAt({ state: 'shown' }, 100), 1_100)
  assert.equal(nextLookAt({ state: 'back', until: 900 }, 100), 900)
})
