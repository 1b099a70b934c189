import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

export const WORKER_ENTRY = 'sw'
const WORKER_FILE = 'sw.js'
const PAGE_FILE = 'index.html'
/** Stands in the worker for what it has to keep. */
const PLACE = 'NATTER_SHELL'
/** A later part that is larger is kept once it was used: emoji, colours of code. */
const PART_BYTES_MAX = 65_536

/**
 * Tells the service worker of which files this version of the page consists, and the page of which version it is. The version
 * is a hash of them all: it changes exactly when one of them does.
 */
export function workerPlugin(publicFolder: string): Plugin {
  return {
    name: 'natter-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle[PAGE_FILE]
        const worker = bundle[WORKER_FILE]
        if (page?.type !== 'asset' || worker?.type !== 'chunk') throw new Error('The page or its worker was not built.')
        const kept = keptFiles(bundle)
        const open = publicFiles(publicFolder)
        const hash = createHash('sha256').update(String(page.source)).update(kept.join('\n')).update(worker.code)
        for (const { name, bytes } of open) hash.update(name).update(bytes)
        const version = hash.digest('base64url').slice(0, 16)
        const files = [PAGE_FILE, ...kept, ...open.map(({ name }) => name)].map((name) => `/${name}`)
        worker.code = worker.code.replaceAll(PLACE, JSON.stringify({ version, files }))
        page.source = String(page.source).replace(
          '</title>',
          `</title>\n    <meta name="natter-version" content="${version}" />`,
        )
      },
    },
  }
}

/** What the page begins with, and the smaller parts that it loads later, so that without a network little is missing. */
function keptFiles(bundle: Rolldown.OutputBundle): string[] {
  const start = startFiles(bundle)
  return Object.values(bundle)
    .filter((file) => file.fileName !== PAGE_FILE && file.fileName !== WORKER_FILE)
    .filter((file) => start.has(file.fileName) || bytesOf(file) <= PART_BYTES_MAX)
    .map(({ fileName }) => fileName)
    .sort()
}

function startFiles(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || found.has(name)) return
    found.add(name)
    for (const file of chunk.viteMetadata?.importedCss ?? []) found.add(file)
    chunk.imports.forEach(visit)
  }
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) visit(file.fileName)
  return found
}

function bytesOf(file: Rolldown.OutputBundle[string]): number {
  return Buffer.byteLength(file.type === 'chunk' ? file.code : file.source)
}

function publicFiles(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: file.slice(folder.length + 1).replaceAll(sep, '/'), bytes: readFileSync(file) }))
}
