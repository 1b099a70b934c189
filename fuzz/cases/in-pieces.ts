import type { Random } from '../../sim/world/random.ts'

const PIECES_MAX = 12

/** The same bytes in one to twelve writes. */
export function inPieces(bytes: Uint8Array, random: Random): Uint8Array[] {
  const cuts = Array.from({ length: random.between(0, PIECES_MAX - 1) }, () => random.between(0, bytes.length)).sort(
    (a, b) => a - b,
  )
  return [0, ...cuts]
    .map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length))
    .filter(({ length }) => length > 0)
}
