import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, NOTHING_SEEN } from '../src/timeline/read-tracker.ts'
import type { Look, ReadTracker } from '../src/timeline/read-tracker.ts'

/** What is read after each look in turn. */
function readAfter(looks: Look[]): (number | undefined)[] {
  let tracker: ReadTracker = NOTHING_SEEN
  return looks.map((each) => {
    const seen = look(tracker, each)
    tracker = seen.tracker
    return seen.readSeq
  })
}

test('WEB-13 a message is read when its end was on screen for half a second', () => {
  const looks = [0, 499, 500].map((at) => ({ visible: [7, 8], isFocused: true, at }))
  assert.deepEqual(readAfter(looks), [undefined, undefined, 8])
})

test('WEB-13 what left the screen in between starts anew', () => {
  const visible = [[7], [], [7], [7]]
  const looks = [0, 200, 300, 700].map((at, index) => ({ visible: visible[index] ?? [], isFocused: true, at }))
  assert.deepEqual(readAfter(looks), [undefined, undefined, undefined, undefined])
  assert.deepEqual(readAfter([...looks, { visible: [7], isFocused: true, at: 800 }]).at(-1), 7)
})

test('WEB-13 nothing is read in a window without focus, however long it is there', () => {
  const looks = [0, 600, 10_000].map((at) => ({ visible: [7], isFocused: false, at }))
  assert.deepEqual(readAfter(looks), [undefined, undefined, undefined])
  const back = [10_000, 10_499, 10_500].map((at) => ({ visible: [7], isFocused: true, at }))
  assert.deepEqual(readAfter([...looks, ...back]).slice(3), [undefined, undefined, 7])
})

test('WEB-13 a message that scrolled in later waits its own half second', () => {
  const first = look(NOTHING_SEEN, { visible: [7], isFocused: true, at: 0 })
  assert.equal(first.lookAgainAt, 500)
  const second = look(first.tracker, { visible: [7, 8], isFocused: true, at: 500 })
  assert.deepEqual([second.readSeq, second.lookAgainAt], [7, 1_000])
  const third = look(second.tracker, { visible: [7, 8], isFocused: true, at: 1_000 })
  assert.deepEqual([third.readSeq, third.lookAgainAt], [8, undefined])
})
