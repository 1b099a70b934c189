import type { Browser } from '@playwright/test'
import { ensurePage } from '../../scripts/prepare/page.mjs'
import { ensurePrograms } from '../../scripts/testing/debian-packages.ts'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** The system's Chromium without a window, as the browser tests have it; builds the page that it is to show. */
export async function launchChromium(): Promise<Browser> {
  const { CHROMIUM_PATH: path } = process.env
  const reason = path === undefined ? ensurePrograms(['chromium']) : undefined
  if (reason !== undefined) throw new Error(`There is no browser to measure in: ${reason}`)
  ensurePage(ROOT, process.execPath)
  // Loaded here: the other units do without it.
  const { chromium } = await import('@playwright/test')
  return chromium.launch({
    executablePath: path ?? SYSTEM_CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}
