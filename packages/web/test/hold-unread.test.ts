import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signal } from '@preact/signals'
import type { RoomHandle, Timeline } from '@natter/client'
import { holdUnread } from '../src/timeline/hold-unread.ts'
import type { UnreadDivider } from '../src/timeline/unread-divider.ts'

function held() {
  let tell = (_value: Timeline): void => {}
  // The casts: nothing but the status and the mark counts here.
  const timeline = {
    value: { status: 'loading', readMark: { seq: 12, n: 10 }, unread: 0 } as Timeline,
    subscribe: (listener: typeof tell) => {
      tell = listener
      return () => {}
    },
  }
  const parts = { divider: signal<UnreadDivider>(undefined), isReadingHeld: signal(false) }
  holdUnread({ handle: { timeline } as unknown as RoomHandle, ...parts })
  const move = (n: number): [boolean, UnreadDivider] => {
    timeline.value = { ...timeline.value, status: 'live', readMark: { seq: n + 2, n }, unread: 10 - n }
    tell(timeline.value)
    return [parts.isReadingHeld.value, parts.divider.value]
  }
  return { move }
}

test('WEB-168 where the mark goes back on any device, nothing is read by being on screen until all was read', () => {
  const { move } = held()
  assert.deepEqual(move(8), [false, undefined], 'what was remembered says nothing')
  assert.deepEqual(move(9), [false, undefined])
  const divider = { after: { seq: 6, n: 4 }, isAsked: true }
  assert.deepEqual(move(4), [true, divider])
  assert.deepEqual(move(5), [true, divider])
  assert.deepEqual(move(10), [false, undefined])
})
