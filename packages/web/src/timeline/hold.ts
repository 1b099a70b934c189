import type { Spot } from './row-elements.ts'

/** What stays in view, whatever changes: the end, or else the rows at the upper edge, of which one is kept. */
export interface Hold {
  isEnd: boolean
  spots: readonly Spot[]
}

export const AT_END: Hold = { isEnd: true, spots: [] }

/** So near to the end one reads along: new messages keep the end in view. */
export const NEAR_END_PX = 100

/** How far what scrolls is scrolled, how far it could be, and how much of it is on screen. */
export interface Stand {
  topPx: number
  endPx: number
  viewPx: number
}

export const NOT_STANDING: Stand = { topPx: 0, endPx: 0, viewPx: 0 }

export function standOf(box: HTMLElement): Stand {
  const { scrollTop, scrollHeight, clientHeight } = box
  return { topPx: scrollTop, endPx: scrollHeight - clientHeight, viewPx: clientHeight }
}

export function isSameStand(one: Stand, other: Stand): boolean {
  return one.topPx === other.topPx && one.endPx === other.endPx && one.viewPx === other.viewPx
}

/** How far a hand has moved it. What the browser cut off because there is less to scroll is no hand's doing. */
export function handMovedPx(before: Stand, now: Stand): number {
  // Both ends are rounded, positions are not.
  const leftAtPx = before.topPx > now.endPx + 1 ? now.endPx : before.topPx
  return now.topPx - leftAtPx
}

export interface Movement {
  before: Stand
  now: Stand
  /** Whether a hand may be at it. */
  isHand: boolean
}

/**
 * Whether one is at the end. Who was is so still until he moves away from where the end was: what has grown since is no
 * movement of his, nor is what the browser cut off before it grew again.
 */
export function isNearEnd({ isEnd }: Pick<Hold, 'isEnd'>, { before, now, isHand }: Movement): boolean {
  if (now.endPx - now.topPx <= NEAR_END_PX) return true
  const isSurelyMoved = isHand || now.endPx === before.endPx
  return isEnd && (!isSurelyMoved || before.endPx - now.topPx <= NEAR_END_PX)
}

/** The same rows, where a hand has moved them. */
export function movedBy({ isEnd, spots }: Hold, px: number): Hold {
  return { isEnd, spots: spots.map(({ key, topPx }) => ({ key, topPx: topPx - px })) }
}
