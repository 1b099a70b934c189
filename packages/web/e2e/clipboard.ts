import type { Page } from '@playwright/test'

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
