import type { Page } from '@playwright/test'

/** Said in place of the service worker where a test does without. */
const WITHOUT_WORKER = 'Service Worker registration blocked by Playwright'

/** What a page did that no page may do. */
export interface PageWatch {
  complaints(except?: RegExp): string[]
}

/** Listens from the first request on: errors, refusals of the content policy, requests to other origins. */
export function watchPage(page: Page, url: string): PageWatch {
  const { origin, host } = new URL(url)
  const found: string[] = []
  page.on('console', (message) => {
    if (message.text() === WITHOUT_WORKER) return
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`error: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const to = new URL(request.url())
    if (to.origin !== origin && to.protocol !== 'data:') found.push(`request: ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) found.push(`socket: ${socket.url()}`)
  })
  return { complaints: (except) => found.filter((line) => except?.test(line) !== true) }
}
