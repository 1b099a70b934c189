interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Size {
  width: number
  height: number
}

const GAP_PX = 6
const EDGE_PX = 8

/** Where a panel stands beside what opened it, in pixels: above where there is room, else below, and inside of the window. */
export function placeBeside(opener: Box, panel: Size, window: Size): { left: number; top: number } {
  const above = opener.top - GAP_PX - panel.height
  const below = opener.bottom + GAP_PX
  const fitsBelow = below + panel.height + EDGE_PX <= window.height
  const middle = (opener.left + opener.right) / 2
  // It opens towards the middle of the window, in either direction of writing.
  const left = middle > window.width / 2 ? opener.right - panel.width : opener.left
  return {
    left: within(left, window.width - panel.width),
    top: within(above >= EDGE_PX || !fitsBelow ? above : below, window.height - panel.height),
  }
}

function within(start: number, room: number): number {
  return Math.max(0, Math.min(EDGE_PX, room), Math.min(start, room - EDGE_PX))
}
