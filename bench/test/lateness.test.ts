import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addLateness, lateShare, noLateness, timeliness } from '../method/lateness.ts'

function late(share: number): ReturnType<typeof noLateness> {
  const lateness = noLateness()
  for (let index = 0; index < 100; index++) addLateness(lateness, index < share * 100 ? 20 : 1)
  return lateness
}

test('a millisecond or two is how exact timers are, and not late', () => {
  const lateness = noLateness()
  for (const ms of [0, 1, 2, 5]) addLateness(lateness, ms)
  assert.equal(lateShare(lateness), 0)
  assert.equal(timeliness(lateness), 'on time')
})

test('more than a tenth of late ticks: the host is too loaded; more than three tenths: nothing is said', () => {
  assert.equal(timeliness(late(0.1)), 'on time')
  assert.equal(timeliness(late(0.11)), 'host too loaded')
  assert.equal(timeliness(late(0.3)), 'host too loaded')
  assert.equal(timeliness(late(0.31)), 'discarded')
})

test('a schedule without messages is not late', () => {
  assert.equal(timeliness(noLateness()), 'on time')
})
