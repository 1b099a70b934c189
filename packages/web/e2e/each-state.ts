import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { StateLooks } from '../src/gallery/state-looks.ts'
import type { GalleryServer } from './gallery-server.ts'

/** A share of the states, so that a sweep can be several tests, which run side by side. */
export interface Share {
  part: number
  of: number
}

/** Draws one state of the gallery after the other on one page, each from nothing. */
export async function eachState(
  page: Page,
  gallery: GalleryServer,
  { part = 1, of = 1, ...looks }: StateLooks & Partial<Share>,
  look: (state: string) => Promise<void>,
): Promise<void> {
  for (const [index, state] of (await statesOf(page, gallery)).entries()) {
    if (index % of !== part - 1) continue
    await show(page, state, looks)
    await look(state)
  }
}

/** Opens the gallery and reads the names of all its states. */
export async function statesOf(page: Page, gallery: GalleryServer): Promise<string[]> {
  await page.goto(gallery.url)
  const list = page.getByRole('link')
  await expect(list.first()).toBeVisible()
  const states = await list.allTextContents()
  expect(states.length).toBeGreaterThan(80)
  return states
}

/** Draws a state in the gallery that is open, and waits until it stands still. */
export async function show(page: Page, state: string, looks: StateLooks = {}): Promise<void> {
  await page.evaluate(([name, how]) => (window as unknown as GalleryWindow).showState(name, how), [
    state,
    looks,
  ] as const)
  await expect(page.locator('#app > *').first(), state).toBeAttached()
}

interface GalleryWindow {
  showState(name: string, looks: StateLooks): Promise<void>
}
