import type { Page } from '@playwright/test'

/** What is moving, or would as soon as something changes. */
export function movements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 1)
    const moving = [...document.querySelectorAll('#app *')].filter((each) => {
      const { transitionDuration, scrollBehavior } = getComputedStyle(each)
      return transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0) || scrollBehavior === 'smooth'
    })
    return [...running.map(String), ...moving.map((each) => each.getAttribute('class') ?? '')]
  })
}
