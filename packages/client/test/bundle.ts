import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const ENTRY = join(import.meta.dirname, '../src/index.ts')

/** The SDK as a page would load it at first, minified: one file, without what is loaded where WebSocket is blocked. */
export async function bundleSdk(): Promise<{ code: string; gzippedBytes: number; modules: string[] }> {
  const bundle = await rolldown({ input: ENTRY, logLevel: 'silent' })
  const { output } = await bundle.generate({ minify: true, format: 'esm' })
  const chunks = output.filter((part) => part.type === 'chunk')
  const code = chunks.find((chunk) => chunk.isEntry)?.code ?? ''
  return {
    code,
    gzippedBytes: gzipSync(code, { level: 9 }).length,
    modules: chunks.flatMap((chunk) => chunk.moduleIds),
  }
}
