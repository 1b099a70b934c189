/** Rows that are drawn: from the first, up to before the last. */
export interface Slice {
  readonly from: number
  readonly to: number
}

/** Drawn beyond each edge of what is on screen. */
export const AHEAD_PX = 1_500
/** When less than this is left, the slice moves. */
export const LEFT_PX = 500
/** More rows are never drawn for what is on screen. */
export const ROWS_MAX = 200
/** With those that hold the focus or a selection. */
export const ROWS_KEPT_MAX = 300

/** Where things stand: the row `index` begins `topPx` below the upper edge of the `viewPx` that are on screen. */
export interface SliceAt {
  count: number
  /** How high a row is, or is likely to be. */
  extentPx: (index: number) => number
  index: number
  topPx: number
  viewPx: number
}

/** The rows on screen and `aheadPx` beyond both edges, at most `ROWS_MAX` of them. */
export function sliceAround({ count, extentPx, index, topPx, viewPx }: SliceAt, aheadPx = AHEAD_PX): Slice {
  let from = Math.max(0, Math.min(index, count))
  let to = from
  let firstPx = topPx
  let lastPx = topPx
  while (to - from < ROWS_MAX) {
    const isTopWanted = from > 0 && firstPx > -aheadPx
    const isEndWanted = to < count && lastPx < viewPx + aheadPx
    if (!isTopWanted && !isEndWanted) break
    // The side that is nearer to being seen goes first, so that the bound cuts what matters least.
    if (isTopWanted && (!isEndWanted || firstPx > viewPx - lastPx)) firstPx -= extentPx(--from)
    else lastPx += extentPx(to++)
  }
  return { from, to }
}

/** Whether all of `inner` is drawn by `outer`. */
export function covers(outer: Slice, inner: Slice): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** With these rows too, as far as that is not too many: what holds the focus or a selection must not vanish. */
export function withKept(slice: Slice, kept: readonly number[]): Slice {
  return kept.reduce<Slice>((grown, index) => {
    const next = { from: Math.min(grown.from, index), to: Math.max(grown.to, index + 1) }
    return index >= 0 && next.to - next.from <= ROWS_KEPT_MAX ? next : grown
  }, slice)
}
