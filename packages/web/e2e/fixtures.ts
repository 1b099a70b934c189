import { expect, test as base } from '@playwright/test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { watchPage } from './page-watch.ts'
import type { PageWatch } from './page-watch.ts'
import { startServerHost } from './server-host.ts'
import type { ServerHost } from './server-host.ts'
import { startServerProcess } from './server-process.ts'
import type { ServerProcess } from './server-process.ts'

interface Fixtures {
  /** Settings of the server, as environment variables. */
  settings: Record<string, string>
  /** The place is a process of its own, for tests that kill it. The others share one, which starts a place in no time. */
  isMortal: boolean
  /** An empty place, one for each test. */
  place: ServerProcess
  /** What pages may complain about, for tests that break things on purpose. */
  mayComplain: RegExp | undefined
  /** A browser of somebody else: nothing is shared with other pages. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
}

/** Every page of every test is watched: no request may leave the place, nothing may be refused by its policy, nothing may fail unseen. */
export const test = base.extend<Fixtures, { host: ServerHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from it which fixtures this one needs: none
    async ({}, use) => {
      const host = startServerHost()
      await use(host)
      host.end()
    },
    { scope: 'worker' },
  ],
  isMortal: [false, { option: true }],
  settings: [{}, { option: true }],
  mayComplain: [undefined, { option: true }],
  place: async ({ settings, isMortal, host }, use) => {
    const place = isMortal ? await startServerProcess(settings) : await host.start(settings)
    await use(place)
    await place.stop()
  },
  visit: async ({ browser, place, mayComplain }, use) => {
    const contexts: BrowserContext[] = []
    const watches: PageWatch[] = []
    await use(async (options = {}) => {
      const context = await newContext(browser, { baseURL: place.url, ...options })
      contexts.push(context)
      const page = await context.newPage()
      watches.push(watchPage(page, place.url))
      return page
    })
    for (const watch of watches) expect(watch.complaints(mayComplain)).toEqual([])
    for (const context of contexts) await context.close()
  },
})

async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return context
}

export { expect }
