import type { Page } from '@playwright/test'

/** What does not fit: a page wider than the screen, controls off the screen where nothing scrolls, text cut off without a sign. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // After whatever a change of the screen has set going.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const scrolls = (each: Element, axis: 'overflowX' | 'overflowY'): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(each)[axis])
    const inScroller = (each: Element): boolean => {
      for (let at = each.parentElement; at !== null; at = at.parentElement) {
        if (scrolls(at, 'overflowX') || scrolls(at, 'overflowY')) return true
      }
      return false
    }
    const name = (each: Element): string => `${each.tagName} ${each.className} ${(each.textContent ?? '').slice(0, 40)}`
    const isSeen = (each: Element): boolean =>
      each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && each.closest('.unseen') === null
    const isOff = (each: Element): boolean => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1
    }
    const isCut = (each: Element): boolean => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(each)
      const isWide = each.scrollWidth > each.clientWidth + 1
      const isHigh = each.scrollHeight > each.clientHeight + 2
      if (webkitLineClamp !== 'none') return false
      return (
        (isWide && HIDES.has(overflowX) && textOverflow !== 'ellipsis') || (isHigh && HIDES.has(overflowY) && !isWide)
      )
    }
    const HIDES = new Set(['hidden', 'clip'])
    const hasText = (each: Element): boolean =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const sidewaysPx = document.documentElement.scrollWidth - innerWidth
    const controls = [...document.querySelectorAll('button, input, textarea, select, a[href], h1, h2, [role=status]')]
    return [
      ...(sidewaysPx > 0 ? [`${sidewaysPx} px too wide`] : []),
      ...controls
        .filter((each) => isSeen(each) && !each.matches('.shell__skip') && !inScroller(each) && isOff(each))
        .map((each) => `off the screen: ${name(each)}`),
      ...[...document.querySelectorAll('#app *')]
        .filter((each) => hasText(each) && isSeen(each) && isCut(each))
        .map((each) => `cut: ${name(each)}`),
    ]
  })
}
