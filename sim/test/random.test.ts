import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandom } from '../world/random.ts'

test('SIM-4 chance repeats by seed and stream, and differs between them', () => {
  const draw = (seed: number, stream: string): Uint8Array => createRandom(seed, stream).bytes(16)
  assert.deepEqual(draw(1, 'store'), draw(1, 'store'))
  assert.notDeepEqual(draw(1, 'store'), draw(2, 'store'))
  assert.notDeepEqual(draw(1, 'store'), draw(1, 'bus'))
})

test('SIM-4 numbers are spread evenly within their bounds', () => {
  const random = createRandom(7, 'spread')
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < 40_000; i++) {
    const drawn = random.between(0, 3)
    counts[drawn] = (counts[drawn] ?? 0) + 1
  }
  for (const each of counts) assert(Math.abs(each - 10_000) < 500, counts.join())
})
