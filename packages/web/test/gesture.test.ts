import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answers, moved, REPLY_PX, touched } from '../src/timeline/gesture.ts'
import type { Gesture } from '../src/timeline/gesture.ts'

function after(moves: [x: number, y: number][], towards: 1 | -1 = 1): Gesture {
  return moves.reduce<Gesture>((gesture, [x, y]) => moved(gesture, x, y, towards), touched(100, 100))
}

test('WEB-160 a finger that hardly moves rests', () => {
  assert.equal(after([[104, 97]]).kind, 'resting')
})

test('WEB-160 up and down is scrolling, also when it turns aside later', () => {
  assert.deepEqual(after([[104, 120]]), { kind: 'other' })
  assert.deepEqual(
    after([
      [104, 120],
      [200, 120],
    ]),
    { kind: 'other' },
  )
  assert.deepEqual(after([[115, 112]]), { kind: 'other' })
})

test('WEB-160 along the line is a swipe, which answers once it is far enough', () => {
  assert.equal(
    answers(
      after([
        [120, 102],
        [100 + REPLY_PX - 1, 102],
      ]),
    ),
    false,
  )
  assert.equal(
    answers(
      after([
        [120, 102],
        [100 + REPLY_PX, 102],
      ]),
    ),
    true,
  )
  assert.equal(
    answers(
      after([
        [120, 102],
        [300, 102],
        [110, 130],
      ]),
    ),
    false,
  )
})

test('WEB-160 lines that run to the left are swiped to the left', () => {
  assert.equal(
    answers(
      after(
        [
          [80, 102],
          [30, 102],
        ],
        -1,
      ),
    ),
    true,
  )
  assert.equal(after([[80, 102]]).kind, 'other')
})
