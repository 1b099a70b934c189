import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { becomeOwner, composer, createRoom } from './people.ts'

/** Ana in a room of her own, about to write. */
export async function alone(visit: () => Promise<Page>): Promise<Page> {
  const ana = await visit()
  await becomeOwner(ana, 'Ana Ruiz')
  await createRoom(ana, 'tea')
  await expect(composer(ana)).toBeFocused()
  return ana
}

/** The list above the text. */
export function suggestions(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Suggestions' })
}

export function options(page: Page): Locator {
  return suggestions(page).getByRole('option')
}

/** Puts rich text on the clipboard, as another program would, and pastes it by the keys. */
export async function pasteRich(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(
    ([rich = '', text = '']) => {
      const item = new ClipboardItem({
        'text/html': new Blob([rich], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      })
      return navigator.clipboard.write([item])
    },
    [html, plain],
  )
  await page.keyboard.press('Control+v')
}
