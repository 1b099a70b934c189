import type { SharedFrame } from './shared-frame.ts'

/** What is joined once is kept for the sockets of the same tick, up to this size. */
const KEPT_BYTES_MAX = 1_048_576

let lastFrames: readonly SharedFrame[] = []
let lastJoined: Buffer = Buffer.alloc(0)

/**
 * Several frames as one buffer for one write. Sockets that follow the same room usually wait for the very same frames:
 * they share one buffer, joined once.
 */
export function joinFrames(frames: readonly SharedFrame[]): Buffer {
  const [only] = frames
  if (frames.length === 1 && only !== undefined) return only.websocket
  if (isSame(frames, lastFrames)) return lastJoined
  const joined = Buffer.concat(frames.map((frame) => frame.websocket))
  if (joined.length <= KEPT_BYTES_MAX) {
    lastJoined = joined
    lastFrames = frames
  }
  return joined
}

function isSame(one: readonly SharedFrame[], other: readonly SharedFrame[]): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}
