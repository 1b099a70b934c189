import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AHEAD_PX, covers, LEFT_PX, ROWS_KEPT_MAX, ROWS_MAX, sliceAround, withKept } from '../src/timeline/row-slice.ts'
import type { SliceAt } from '../src/timeline/row-slice.ts'

const AT: SliceAt = { count: 1_000, extentPx: () => 50, index: 500, topPx: 0, viewPx: 800 }

test('WEB-156 what is on screen and some of what is next to it is drawn', () => {
  assert.deepEqual(sliceAround(AT), { from: 500 - AHEAD_PX / 50, to: 500 + (800 + AHEAD_PX) / 50 })
  assert.deepEqual(sliceAround({ ...AT, count: 1_000, index: 1_000, topPx: 800 }), {
    from: 1_000 - (800 + AHEAD_PX) / 50,
    to: 1_000,
  })
  assert.deepEqual(sliceAround({ ...AT, index: 0 }), { from: 0, to: (800 + AHEAD_PX) / 50 })
  assert.deepEqual(sliceAround({ ...AT, count: 0, index: 0 }), { from: 0, to: 0 })
})

test('WEB-156 never more than the bound, and then what is nearest to the screen', () => {
  const slice = sliceAround({ ...AT, extentPx: () => 5 })
  assert.equal(slice.to - slice.from, ROWS_MAX)
  const [abovePx, belowPx] = [(500 - slice.from) * 5, (slice.to - 500) * 5 - 800]
  assert(Math.abs(abovePx - belowPx) <= 10, `${abovePx} above, ${belowPx} below`)
})

test('WEB-156 what is drawn holds what must be, whatever the heights, so that drawing comes to rest', () => {
  for (const heightPx of [1, 4, 24, 62, 700, 4_000]) {
    for (const index of [0, 3, 500, 999, 1_000]) {
      const at = { ...AT, index, extentPx: (row: number) => heightPx + (row % 7) * 3 }
      assert(covers(sliceAround(at), sliceAround(at, LEFT_PX)), `${heightPx} px at ${index}`)
    }
  }
})

test('WEB-157 a row that holds focus or selection stays drawn as long as that is not too many', () => {
  const slice = { from: 500, to: 560 }
  assert.deepEqual(withKept(slice, [450, 510]), { from: 450, to: 560 })
  assert.deepEqual(withKept(slice, [-1]), slice)
  assert.deepEqual(withKept(slice, [560 - ROWS_KEPT_MAX]), { from: 560 - ROWS_KEPT_MAX, to: 560 })
  assert.deepEqual(withKept(slice, [559 - ROWS_KEPT_MAX]), slice)
})
