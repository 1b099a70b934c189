/** So long a finger rests for the menu. */
export const LONG_PRESS_MS = 450
/** A finger that moves further than this does not rest: it swipes, if that is more to the side than up or down. */
const REST_PX = 12
/** A swipe this far answers. */
export const REPLY_PX = 56
/** The row follows no further. */
const SWIPE_MAX_PX = 80

/** What one finger on a message is doing. `px`: how far towards where lines end. */
export type Gesture =
  | { kind: 'resting'; x: number; y: number }
  | { kind: 'swiping'; x: number; y: number; px: number }
  /** Scrolling, pinching, or anything else that is the browser's. */
  | { kind: 'other' }

export function touched(x: number, y: number): Gesture {
  return { kind: 'resting', x, y }
}

/** After the finger moved. `towards`: 1 where lines run to the right, -1 where they run to the left. */
export function moved(gesture: Gesture, x: number, y: number, towards: 1 | -1): Gesture {
  if (gesture.kind === 'other') return gesture
  const [across, along] = [(x - gesture.x) * towards, Math.abs(y - gesture.y)]
  if (gesture.kind === 'swiping') return { ...gesture, px: Math.max(0, Math.min(across, SWIPE_MAX_PX)) }
  if (across > REST_PX && across > 2 * along) return { ...gesture, kind: 'swiping', px: across }
  return Math.hypot(across, along) > REST_PX ? { kind: 'other' } : gesture
}

/** Whether lifting the finger now answers the message. */
export function answers(gesture: Gesture): boolean {
  return gesture.kind === 'swiping' && gesture.px >= REPLY_PX
}
