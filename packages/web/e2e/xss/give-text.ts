import type { Page } from '@playwright/test'
import { composer } from '../people.ts'

/** Pastes or drops each as HTML, as other programs do. Answers those that made an element. */
export async function giveText(page: Page, way: 'paste' | 'drop', payloads: readonly string[]): Promise<string[]> {
  return composer(page).evaluate(
    async (box, [how, all]) => {
      const elements = (): number => document.querySelectorAll('img, iframe, object, embed, script').length
      const known = elements()
      const guilty: string[] = []
      for (const html of all) {
        const data = new DataTransfer()
        data.setData('text/html', `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`)
        data.setData('text/plain', html)
        data.setData('text/uri-list', 'javascript:canary(1)')
        const common = { bubbles: true, cancelable: true }
        if (how === 'paste') box.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }))
        else box.dispatchEvent(new DragEvent('drop', { ...common, dataTransfer: data }))
        // What is drawn, is drawn in microtasks; what it loads or throws comes after them.
        await new Promise((resolve) => setTimeout(resolve))
        if (elements() > known || box.childElementCount > 0) guilty.push(html)
        if (box instanceof HTMLTextAreaElement) box.value = ''
        box.dispatchEvent(new Event('input', { bubbles: true }))
      }
      return guilty
    },
    [way, [...payloads]] as const,
  )
}
