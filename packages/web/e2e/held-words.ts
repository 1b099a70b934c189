import type { Page } from '@playwright/test'

/** Keeps from the server what the page says with `word` in it, as a slow line does. To be called before its first visit; the answer lets go. */
export async function holdWords(page: Page, word: string): Promise<() => void> {
  let held: (() => void)[] | undefined = []
  await page.routeWebSocket(/\/v1\/ws/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (held !== undefined && String(message).includes(word)) held.push(() => server.send(message))
      else server.send(message)
    })
  })
  return () => {
    for (const send of held ?? []) send()
    held = undefined
  }
}
