import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page, Response } from '@playwright/test'

/** What it took until the room was on screen. */
export interface PageLoad {
  /** From the start of the navigation to the end of the first frame with a message in it. */
  shownMs: number
  /** Scripts and styles that had arrived until then, each gzipped at level 9. */
  gzBytes: number
}

/** Opens the room in a fresh page, as at the first visit (`isCold`: without the browser's cache) or at a later one. */
export async function loadRoom(context: BrowserContext, url: string, isCold: boolean): Promise<PageLoad> {
  const page = await context.newPage()
  try {
    const session = await context.newCDPSession(page)
    await session.send('Network.setCacheDisabled', { cacheDisabled: isCold })
    const loaded: Response[] = []
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.push(response)
    })
    await watchRoom(page)
    await page.goto(url, { waitUntil: 'commit' })
    const shownMs = await page.waitForFunction(() => (window as unknown as { roomShownMs?: number }).roomShownMs)
    const bodies = await Promise.all(loaded.map((response) => response.body()))
    const gzBytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
    return { shownMs: (await shownMs.jsonValue()) ?? Number.NaN, gzBytes }
  } finally {
    await page.close()
  }
}

async function watchRoom(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('.message') === null) return void requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => Object.assign(window, { roomShownMs: performance.now() })
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
}
