import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { ensurePage } from '../prepare/page.mjs'
import type { Check } from './check.ts'

const SDK_BYTES_MAX = 15_360
/** What it loads only where WebSocket is blocked. */
const FALLBACK_BYTES_MAX = 2_500
const PAGE_BYTES_MAX = 60_000

/** What a visitor downloads: the SDK bundled and minified, the page until it shows; both gzipped. */
export const sizes: Check = {
  name: 'sizes',
  run: async ({ root }) => {
    const sdk = await sdkBytes(root)
    return [
      ...tooLarge('the SDK', sdk.atOnce, SDK_BYTES_MAX),
      ...tooLarge('the fallback of the SDK', sdk.later, FALLBACK_BYTES_MAX),
      ...tooLarge('the web page', pageBytes(root), PAGE_BYTES_MAX),
    ]
  },
}

export function tooLarge(what: string, bytes: number, bytesMax: number): string[] {
  return bytes <= bytesMax ? [] : [`${what} is ${bytes} bytes gzipped, at most ${bytesMax}`]
}

async function sdkBytes(root: string): Promise<{ atOnce: number; later: number }> {
  const bundle = await rolldown({ input: join(root, 'packages/client/src/index.ts'), logLevel: 'silent' })
  const { output } = await bundle.generate({ minify: true, format: 'esm' })
  const bytes = { atOnce: 0, later: 0 }
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue
    bytes[chunk.isEntry ? 'atOnce' : 'later'] += gzipSync(chunk.code, { level: 9 }).length
  }
  return bytes
}

/** index.html with every script and style it names; what is loaded later on does not count. */
function pageBytes(root: string): number {
  ensurePage(root, process.execPath)
  const dist = join(root, 'packages/web/dist')
  const html = readFileSync(join(dist, 'index.html'))
  const named = [...html.toString().matchAll(/(?:src|href)="(\/?[^":]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(dist, path),
  )
  return [html, ...new Set(named)]
    .filter((each) => typeof each !== 'string' || existsSync(each))
    .map((each) => gzipSync(typeof each === 'string' ? readFileSync(each) : each, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}
