import type { SharedFrame } from './shared-frame.ts'

let lastFrames: readonly SharedFrame[] = []
let lastJoined: Buffer = Buffer.alloc(0)

/**
 * Several frames as one buffer for one write. Sockets that follow the same room usually wait for the very same frames:
 * they share one buffer, joined once.
 */
export function joinFrames(frames: readonly SharedFrame[]): Buffer {
  const [only] = frames
  if (frames.length === 1 && only !== undefined) return only.websocket
  if (!isSame(frames, lastFrames)) {
    lastJoined = Buffer.concat(frames.map((frame) => frame.websocket))
    lastFrames = frames
  }
  return lastJoined
}

function isSame(one: readonly SharedFrame[], other: readonly SharedFrame[]): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}
