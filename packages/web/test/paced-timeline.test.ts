import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Timeline, TimelineItem, View } from '@natter/client'
import { DRAW_EVERY_MS } from '../src/app/paced-view.ts'
import { pacedTimeline } from '../src/timeline/paced-timeline.ts'
import { fakeClock } from './fake-clock.ts'

const message = (seq: number): TimelineItem => ({
  kind: 'message',
  key: `#${seq}`,
  // The cast: nothing but the place in the list counts here.
  message: { seq } as Extract<TimelineItem, { kind: 'message' }>['message'],
})
const mine: TimelineItem = { kind: 'pending', key: 'c', cid: 'c', text: 'mine', at: 0, state: 'pending' }

function paced() {
  const listeners = new Set<(value: Timeline) => void>()
  let value: Timeline = {
    items: [message(1)],
    status: 'live',
    atStart: false,
    atEnd: true,
    newer: 0,
    loadingOlder: false,
    loadingNewer: false,
    readMark: { seq: 0, n: 0 },
    unread: 0,
  }
  const view: View<Timeline> = {
    get value() {
      return value
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const clock = fakeClock()
  const change = (part: Partial<Timeline>): void => {
    value = { ...value, ...part }
    for (const listener of listeners) listener(value)
  }
  const drawn: number[] = []
  const stop = pacedTimeline(view, clock).subscribe(({ items }) => drawn.push(items.length))
  return {
    clock,
    change,
    drawn,
    stop,
    more: () => change({ items: [...value.items, message(value.items.length + 1)] }),
  }
}

test('WEB-290 what comes in quickly is drawn together, and nothing is left out', () => {
  const { clock, more, drawn } = paced()
  clock.pass(DRAW_EVERY_MS)
  more()
  assert.deepEqual(drawn, [1, 2], 'after a pause it is there at once')
  for (let round = 0; round < 20; round++) {
    clock.pass(DRAW_EVERY_MS / 5)
    more()
  }
  clock.pass(DRAW_EVERY_MS)
  assert.equal(drawn.at(-1), 22)
  assert(drawn.length <= 7, `drawn ${drawn.length} times`)
})

test('WEB-290 one’s own messages and other parts of the history do not wait', () => {
  const { clock, change, more, drawn } = paced()
  clock.pass(DRAW_EVERY_MS)
  more()
  change({ items: [message(1), message(2), mine] })
  assert.deepEqual(drawn, [1, 2, 3])
  change({ items: [message(1), message(2), message(3), message(4)] })
  assert.deepEqual(drawn, [1, 2, 3, 4])
  change({ items: [], atEnd: false })
  assert.deepEqual(drawn, [1, 2, 3, 4, 0])
})

test('WEB-290 nothing is drawn for those who look away, and the newest when they look again', () => {
  const { clock, more, drawn, stop } = paced()
  more()
  stop()
  clock.pass(10 * DRAW_EVERY_MS)
  assert.deepEqual(drawn, [1])
})
