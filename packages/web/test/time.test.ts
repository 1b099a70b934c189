import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeFormat } from '../src/app/format-time.ts'

const NOW = Date.UTC(2026, 10, 20, 14, 30)
const HOUR = 3_600_000
const DAY = 24 * HOUR

test('WEB-11 days are told from where the reader is', () => {
  const london = timeFormat({ language: 'en-GB', timeZone: 'UTC', hour12: false })
  assert.equal(london.day(NOW, NOW), 'Today')
  assert.equal(london.day(NOW - 15 * HOUR, NOW), 'Yesterday')
  assert.equal(london.day(NOW - 3 * DAY, NOW), 'Tuesday 17 November')
  assert.equal(london.day(NOW - 365 * DAY, NOW), 'Thursday, 20 November 2025')
  assert.equal(london.time(NOW), '14:30')
  const auckland = timeFormat({ language: 'en-GB', timeZone: 'Pacific/Auckland', hour12: false })
  assert.equal(auckland.dayKey(NOW), '2026-11-21')
  assert.equal(auckland.day(NOW - 15 * HOUR, NOW), 'Yesterday')
})

test('WEB-11 midnight is hour 0, and a day of 23 hours is still a day', () => {
  const berlin = timeFormat({ language: 'en-GB', timeZone: 'Europe/Berlin', hour12: false })
  const midnight = Date.UTC(2026, 2, 28, 23)
  assert.equal(berlin.time(midnight), '00:00')
  assert.equal(berlin.day(midnight, midnight + 23 * HOUR), 'Yesterday')
})

test('WEB-11 hours are counted as the reader counts them, and at the edge of a row without the half of the day', () => {
  const english = timeFormat({ language: 'en-US', timeZone: 'UTC', hour12: true })
  assert.deepEqual([english.time(NOW).replace(/\s/, ' '), english.clock(NOW)], ['2:30 PM', '2:30'])
  const german = timeFormat({ language: 'de', timeZone: 'UTC', hour12: false })
  assert.deepEqual([german.time(NOW), german.clock(NOW)], ['14:30', '14:30'])
})

test('WEB-11 spans are told in the largest unit that fits', () => {
  const time = timeFormat({ language: 'en-GB', timeZone: 'UTC' })
  assert.equal(time.relative(NOW + 7 * DAY, NOW), 'in 7 days')
  assert.equal(time.relative(NOW + 90 * 60_000, NOW), 'in 2 hours')
  assert.equal(time.relative(NOW - 5 * 60_000, NOW), '5 minutes ago')
  assert.equal(time.relative(NOW, NOW), 'this minute')
})
