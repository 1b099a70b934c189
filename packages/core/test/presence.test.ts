import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PRESENCE_LINGER_MS, presenceOf } from '@natter/core'
import type { ConnectionActivity } from '@natter/core'
import type { PresenceStatus } from '@natter/protocol'

const NOW = 100_000
const ALL: PresenceStatus[] = ['active', 'away', 'dnd', 'offline']

test('PRES-1 one active connection makes a user active', () => {
  assert.equal(seen(['active']), 'active')
  assert.equal(seen(['idle', 'active', 'idle']), 'active')
})

test('PRES-1 idle connections alone make a user away, none offline', () => {
  assert.equal(seen(['idle', 'idle']), 'away')
  for (const chosen of ALL) assert.equal(seen([], chosen), 'offline')
})

test('PRES-2 who chose away or dnd is shown so while there is a connection', () => {
  for (const chosen of ['away', 'dnd'] as const) {
    for (const states of [['active'], ['idle'], ['active', 'idle']] as const)
      assert.equal(seen([...states], chosen), chosen)
  }
})

test('PRES-3 who chose offline is never seen', () => {
  for (const states of [['active'], ['idle'], []] as ConnectionActivity[][])
    assert.equal(seen(states, 'offline'), 'offline')
  assert.equal(
    presenceOf({ connections: [], chosen: 'offline', lastGone: { state: 'active', at: NOW } }, NOW),
    'offline',
  )
})

test('PRES-4 the last connection is shown for 15 s after it has gone, as it was', () => {
  assert.equal(PRESENCE_LINGER_MS, 15_000)
  const after = (ms: number, state: ConnectionActivity, chosen: PresenceStatus = 'active') =>
    presenceOf({ connections: [], chosen, lastGone: { state, at: NOW } }, NOW + ms)
  assert.equal(after(0, 'active'), 'active')
  assert.equal(after(14_999, 'active'), 'active')
  assert.equal(after(15_000, 'active'), 'offline')
  assert.equal(after(14_999, 'idle'), 'away')
  assert.equal(after(14_999, 'active', 'dnd'), 'dnd')
  assert.equal(after(15_000, 'active', 'dnd'), 'offline')
})

test('PRES-4 while there is an open connection the gone one is not looked at', () => {
  assert.equal(
    presenceOf({ connections: [{ state: 'idle' }], chosen: 'active', lastGone: { state: 'active', at: NOW } }, NOW),
    'away',
  )
})

function seen(states: ConnectionActivity[], chosen: PresenceStatus = 'active'): PresenceStatus {
  return presenceOf({ connections: states.map((state) => ({ state })), chosen }, NOW)
}
