import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { GalleryServer } from './gallery-server.ts'

/** Draws one state of the gallery after the other; `query` chooses looks and language. */
export async function eachState(
  page: Page,
  gallery: GalleryServer,
  query: string,
  look: (state: string) => Promise<void>,
): Promise<void> {
  await page.goto(gallery.url)
  const states = await page.getByRole('link').allTextContents()
  expect(states.length).toBeGreaterThan(30)
  for (const state of states) {
    await page.goto(`${gallery.url}?state=${state}&${query}`)
    await expect(page.locator('#app > *').first(), state).toBeAttached()
    await look(state)
  }
}
