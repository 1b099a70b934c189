import type { Locator, Page } from '@playwright/test'

/** A row and where its upper edge is, from that of the timeline. */
export interface Standing {
  text: string
  top: number
}

export function timeline(page: Page): Locator {
  return page.getByRole('region', { name: /^Messages in/ })
}

/** Where the first message on screen stands, and which it is. */
export async function firstOnScreen(page: Page): Promise<Standing> {
  const [now] = await framesOf(page, 1)
  return now ?? { text: '', top: 0 }
}

/** The same as it is painted in each of the next frames. */
export function framesOf(page: Page, count: number): Promise<Standing[]> {
  return timeline(page).evaluate(async (box, frames) => {
    const seen: Standing[] = []
    const look = (): void => {
      const edge = box.getBoundingClientRect().top
      const row = [...box.querySelectorAll('.message')].find((each) => each.getBoundingClientRect().bottom > edge)
      const text = row?.querySelector('.markup')?.textContent ?? ''
      seen.push({ text, top: (row?.getBoundingClientRect().top ?? 0) - edge })
    }
    for (let frame = 0; frame < frames; frame++) {
      // After what runs before painting, so that what is seen is what is painted.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
      look()
    }
    return seen
  }, count)
}

/** How high the highest stretch is that shows no row at all, to 20 px. */
export function holePx(page: Page): Promise<number> {
  return timeline(page).evaluate((box) => {
    const { top, bottom } = box.getBoundingClientRect()
    const drawn = [...box.querySelectorAll('.timeline__rows > *, .timeline__top > *, .timeline__older')]
    const edges = drawn.map((element) => element.getBoundingClientRect())
    let [stretch, highest] = [0, 0]
    for (let y = top + 10; y < bottom; y += 20) {
      stretch = edges.some((each) => each.top <= y && y <= each.bottom) ? 0 : stretch + 20
      highest = Math.max(highest, stretch)
    }
    return highest
  })
}

/** Whether something else is painted over its middle. */
export function isCovered(element: Locator): Promise<boolean> {
  return element.evaluate((covered) => {
    const { x, y, width, height } = covered.getBoundingClientRect()
    // What is inert is not found by its place.
    const inert = [...document.querySelectorAll<HTMLElement>('[inert]')]
    for (const each of inert) each.inert = false
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    for (const each of inert) each.inert = true
    return !covered.contains(top)
  })
}
