// `node scripts/make-screenshots.ts`: draws docs/screenshots from the states of the gallery and from a demo, with the system's Chromium.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startGallery } from '../packages/web/e2e/gallery-server.ts'
import { root } from './prepare.mjs'

const FOLDER = join(root, 'docs/screenshots')
const DESK = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 780 }

/** Every main state, and every look at least once. The query is that of `gallery.html`. */
const SCREENSHOTS = [
  { file: 'room-light', query: 'state=room', size: DESK },
  { file: 'room-dark', query: 'state=sections&theme=dark', size: DESK },
  { file: 'room-right-to-left', query: 'state=room&language=pseudo-rtl', size: DESK },
  {
    file: 'room-contrast-compact-german',
    query: 'state=unread&theme=contrast&density=compact&language=de',
    size: DESK,
  },
  { file: 'waiting', query: 'state=pending', size: DESK },
  { file: 'restarting-dark', query: 'state=restarting&theme=dark', size: DESK },
  { file: 'members', query: 'state=members', size: DESK },
  { file: 'switcher', query: 'state=switcher', size: DESK },
  { file: 'suggestions', query: 'state=compose-people', size: DESK },
  { file: 'settings', query: 'state=settings-keys', size: DESK },
  { file: 'text-dark', query: 'state=text&theme=dark', size: DESK },
  { file: 'first-run', query: 'state=no-rooms', size: DESK },
  { file: 'phone-list', query: 'state=list', size: PHONE },
  { file: 'phone-dark', query: 'state=room&theme=dark', size: PHONE },
  { file: 'phone-right-to-left', query: 'state=room&language=pseudo-rtl&theme=dark', size: PHONE },
]

const gallery = await startGallery()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { file, query, size } of SCREENSHOTS) {
  await draw(file, size, 'light', async (page) => {
    await page.goto(`${gallery.url}?${query}`)
    await page.locator('#app > *').first().waitFor()
    // A lost connection is told of after some seconds.
    if (query.includes('restarting')) await page.locator('.connection:not([data-kind=nothing])').waitFor()
  })
}
await gallery.stop()

const data = mkdtempSync(join(tmpdir(), 'natter-screenshots-'))
const cli = join(root, 'packages/cli/src/main.ts')
const server = spawn(process.execPath, [cli, 'serve', '--demo', '--port', '0', '--data', data, '--json'], {
  env: { ...process.env, NATTER_NAME: 'Open Workshop' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as unknown[]
const { url, demo } = JSON.parse(String(line)) as { url: string; demo: { handles: string[]; password: string } }
await draw('demo-light', DESK, 'light', enterDemo)
await draw('demo-phone-dark', PHONE, 'dark', enterDemo)
server.kill()
await once(server, 'exit')
rmSync(data, { recursive: true, force: true })
await browser.close()

/** Signs in as the demo's owner and opens its busiest room. */
async function enterDemo(page: Page): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Handle').fill(demo.handles[0] ?? '')
  await page.getByLabel('Password').fill(demo.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('link', { name: /Workshop/ })
    .click()
  await page.locator('.message').first().waitFor()
}

async function draw(
  file: string,
  size: typeof DESK,
  colorScheme: 'light' | 'dark',
  open: (page: Page) => Promise<void>,
): Promise<void> {
  const isPhone = size === PHONE
  const page = await browser.newPage({
    viewport: size,
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  await open(page)
  await page.waitForLoadState('networkidle')
  await page.mouse.move(size.width / 2, 0)
  writeFileSync(join(FOLDER, `${file}.png`), await page.screenshot({ animations: 'disabled' }))
  await page.close()
}
