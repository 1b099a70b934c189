/** A row and where its upper edge is, from that of what scrolls. */
export interface Spot {
  key: string
  topPx: number
}

/** If the first one goes, the next one is kept. */
const SPOTS_MAX = 4

/** The first rows on screen. Rows are the elements with `data-key`; a sticky day has none, for it is not where it seems. */
export function visibleSpots(box: HTMLElement, list: HTMLElement): Spot[] {
  const { top, height } = box.getBoundingClientRect()
  const spots: Spot[] = []
  let row: Element | null | undefined = firstVisibleRow(box, list)
  for (; row && spots.length < SPOTS_MAX; row = row.nextElementSibling) {
    const topPx = row.getBoundingClientRect().top - top
    if (topPx >= height) break
    const key = row instanceof HTMLElement ? row.dataset['key'] : undefined
    if (key !== undefined) spots.push({ key, topPx })
  }
  return spots
}

/** Rows lie in order, so the first one that ends below the upper edge is found by halving. */
export function firstVisibleRow(box: HTMLElement, list: HTMLElement): HTMLElement | undefined {
  const rows = list.querySelectorAll<HTMLElement>('[data-key]')
  const edge = box.getBoundingClientRect().top
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle
    else low = middle + 1
  }
  return rows[low]
}

/** The rows that hold the focus or an end of the selection. */
export function keptKeys(box: HTMLElement, isSelecting: boolean): string[] {
  const selection = isSelecting ? document.getSelection() : null
  const nodes = [document.activeElement, selection?.anchorNode, selection?.focusNode]
  return nodes.flatMap((node) => {
    const element = node instanceof Element ? node : node?.parentElement
    const key = element?.closest<HTMLElement>('[data-key]')?.dataset['key']
    return key !== undefined && box.contains(element ?? null) ? [key] : []
  })
}

export function hasSelectionIn(box: HTMLElement): boolean {
  const selection = document.getSelection()
  return selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode)
}

/** Whether a row is further up than what is on screen. */
export function isAbove(box: HTMLElement, row: HTMLElement): boolean {
  return row.getBoundingClientRect().bottom <= box.getBoundingClientRect().top
}

/** The last message that is on screen to its end. */
export function lastVisibleRow(box: HTMLElement, list: HTMLElement): HTMLElement | undefined {
  const { bottom } = box.getBoundingClientRect()
  const rows = [...list.querySelectorAll<HTMLElement>('.message')]
  return rows.findLast((row) => row.getBoundingClientRect().bottom <= bottom + 1)
}
