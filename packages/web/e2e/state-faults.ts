import type { Page } from '@playwright/test'

/** What no state may have: controls without a name, a page wider than the screen, an id twice. */
export function stateFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, [role=region], dialog'),
    ]
    const hasName = (each: HTMLElement): boolean => {
      const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : []
      const words = [
        each.getAttribute('aria-label'),
        each.textContent,
        each.getAttribute('aria-labelledby'),
        ...labels.map((label) => label.textContent),
      ]
      return words.some((word) => word !== null && word.trim() !== '')
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const sidewaysPx = document.documentElement.scrollWidth - innerWidth
    return [
      ...controls.filter((each) => !hasName(each)).map((each) => `nameless: ${each.outerHTML}`),
      ...(sidewaysPx > 0 ? [`${sidewaysPx} px too wide`] : []),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`),
    ]
  })
}
