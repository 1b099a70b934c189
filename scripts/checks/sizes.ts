import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import type { Check } from './check.ts'

const SDK_BYTES_MAX = 15_360
/** What it loads only where WebSocket is blocked. */
const FALLBACK_BYTES_MAX = 2_500

/** What an application downloads that uses the SDK: bundled, minified, gzipped. */
export const sizes: Check = {
  name: 'sizes',
  run: async ({ root }) => {
    const sdk = await sdkBytes(root)
    return [
      ...tooLarge('the SDK', sdk.atOnce, SDK_BYTES_MAX),
      ...tooLarge('the fallback of the SDK', sdk.later, FALLBACK_BYTES_MAX),
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
