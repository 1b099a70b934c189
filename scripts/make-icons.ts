// `node scripts/make-icons.ts`: draws the icons of the installed page from its favicon, with the system's Chromium.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './prepare.mjs'

const PUBLIC = join(root, 'packages/web/public')
const ACCENT = '#12786c'
const svg = readFileSync(join(PUBLIC, 'favicon.svg'), 'utf8')

/** The mark in white on the accent, which fills the square: systems cut it to the shape they like. */
const inverted = svg.replaceAll(ACCENT, '#here').replaceAll('#fff', ACCENT).replaceAll('#here', '#fff')

/** `share`: of the width that the mark takes. What lies outside of the middle four fifths may be cut off. */
const ICONS = [
  { file: 'icon-192.png', sizePx: 192, mark: svg, share: 1, background: 'transparent' },
  { file: 'icon-512.png', sizePx: 512, mark: svg, share: 1, background: 'transparent' },
  { file: 'icon-maskable-512.png', sizePx: 512, mark: inverted, share: 0.58, background: ACCENT },
  { file: 'apple-touch-icon.png', sizePx: 180, mark: inverted, share: 0.66, background: ACCENT },
]

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { file, sizePx, mark, share, background } of ICONS) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } })
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${background}}
    svg{width:${share * 100}%;height:${share * 100}%}</style>${mark}`,
  )
  writeFileSync(join(PUBLIC, file), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
