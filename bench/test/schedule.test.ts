import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandom } from '../../sim/world/random.ts'
import { runOpenLoop } from '../method/open-loop.ts'
import type { Pacer } from '../method/open-loop.ts'
import { reconnectDelayMs } from '../method/reconnect-times.ts'
import { evenTimes, poissonTimes } from '../method/schedule.ts'

/** A clock that moves when somebody waits, or when it is told to. */
class HandClock implements Pacer {
  #now = 1_000

  now(): number {
    return this.#now
  }

  pause(ms: number): Promise<void> {
    this.#now += ms
    return Promise.resolve()
  }

  stall(ms: number): void {
    this.#now += ms
  }
}

test('a constant rate is known before the run: t_i = i / rate', () => {
  assert.deepEqual([...evenTimes(4, 1)], [0, 250, 500, 750])
})

test('a rate that is too low for a single message still sends one', () => {
  assert.deepEqual([...evenTimes(0.1, 1)], [0])
})

test('Poisson senders keep their rate, rise, and are the same for the same seed', () => {
  const times = poissonTimes(1_000, 10, createRandom(7, 'test'))
  assert.ok(Math.abs(times.length - 10_000) < 400, `${times.length} messages in ten seconds`)
  assert.ok(times.every((at, index) => at >= (times[index - 1] ?? 0) && at < 10_000))
  assert.deepEqual(times, poissonTimes(1_000, 10, createRandom(7, 'test')))
  assert.notDeepEqual(times, poissonTimes(1_000, 10, createRandom(8, 'test')))
  const gaps = [...times].map((at, index) => at - (times[index - 1] ?? 0))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  assert.ok(Math.abs(deviation / mean - 1) < 0.1, 'gaps of a Poisson process deviate as much as they are long')
})

test('each message is fired when it is due', async () => {
  const clock = new HandClock()
  const fired: [number, number][] = []
  const lateness = await runOpenLoop([0, 10, 20], (index) => fired.push([index, clock.now()]), clock)
  assert.deepEqual(fired, [
    [0, 1_000],
    [1, 1_010],
    [2, 1_020],
  ])
  assert.deepEqual(lateness, { sent: 3, late: 0, worstMs: 0 })
})

test('after a stall everything that was due meanwhile is sent, late and counted as late, from its own time on', async () => {
  const clock = new HandClock()
  const dues: number[] = []
  const lateness = await runOpenLoop(
    [0, 10, 20, 30, 200],
    (index, dueAt) => {
      dues.push(dueAt)
      if (index === 0) clock.stall(50)
    },
    clock,
  )
  assert.deepEqual(dues, [1_000, 1_010, 1_020, 1_030, 1_200])
  assert.deepEqual(lateness, { sent: 5, late: 3, worstMs: 40 })
})

test('clients come back within a second, then spread over twice as long each time, up to half a minute', () => {
  const last = { next: () => 0.999 }
  const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((attempt) => Math.round(reconnectDelayMs(attempt, last)))
  assert.deepEqual(waits, [999, 1_998, 3_996, 7_992, 15_984, 29_970, 29_970, 29_970])
  assert.equal(reconnectDelayMs(3, { next: () => 0 }), 0)
})
