import { hash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentTypeOf, isText } from './content-type.ts'

const FILES_MAX = 2_000
/** Below it the headers weigh more than what is saved. */
const GZIP_BYTES_MIN = 1_024

/** One file of the built page, as it is sent. */
export interface PageFile {
  contentType: string
  bytes: Buffer<ArrayBuffer>
  gzipped: Buffer<ArrayBuffer> | undefined
  etag: string
}

/** The files of a built page by their URL path; each is read once, when it is first asked for. */
export type PageFiles = (path: string) => Promise<PageFile> | undefined

/**
 * Lists a folder. Whatever is asked for later is looked up in that list and nowhere else, so no path can lead out of it.
 * Undefined if there is no `index.html` in it.
 */
export function listPageFiles(root: string): PageFiles | undefined {
  const known = new Map<string, string>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || known.size === FILES_MAX) continue
    const file = join(entry.parentPath, entry.name)
    known.set(`/${file.slice(join(root, sep).length).replaceAll(sep, '/')}`, file)
  }
  if (!known.has('/index.html')) return undefined
  const read = new Map<string, Promise<PageFile>>()
  return (path) => {
    const file = known.get(path)
    if (file === undefined) return undefined
    const found = read.get(path) ?? readPageFile(file)
    read.set(path, found)
    // A file that could not be read may be there again next time.
    found.catch(() => read.delete(path))
    return found
  }
}

async function readPageFile(file: string): Promise<PageFile> {
  const bytes = await readFile(file)
  const contentType = contentTypeOf(file)
  const isWorthIt = isText(contentType) && bytes.length >= GZIP_BYTES_MIN
  const gzipped = isWorthIt ? await promisify(gzip)(bytes, { level: 9 }) : undefined
  return { contentType, bytes, gzipped, etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"` }
}
