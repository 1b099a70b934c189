import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensurePage } from '../prepare/page.mjs'
import type { Check } from './check.ts'

/** What is loaded before the page can be used: HTML, scripts and styles, each gzipped. */
const AT_ONCE_BYTES_MAX = 120_000
/** Everything that is loaded when it is first needed. */
const LATER_BYTES_MAX = 50_000

/** Foreign addresses that may stand in the built page, for nobody ever asks there. */
const NEVER_ASKED: readonly string[] = [
  // Names of markup languages.
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/1998/Math/MathML',
  // Told in the console by highlight.js.
  'https://github.com/highlightjs/',
]

/** One file of the built page. */
export interface BuiltFile {
  /** From the page's root. */
  path: string
  text: string
}

/** How large the built page is, and whether it knows the address of anybody but its own server. */
export const builtPage: Check = {
  name: 'page',
  run: ({ root }) => {
    ensurePage(root, process.execPath)
    const files = readBuilt(join(root, 'packages/web/dist'))
    const { atOnce, later } = pageBytes(files)
    console.log(`       page: ${atOnce} bytes gzipped at once, later ${later.map(sized).join(', ')}`)
    return [...findLargePage({ atOnce, later }), ...findForeignAddresses(files)]
  },
}

interface PageBytes {
  atOnce: number
  /** Largest first. */
  later: { path: string; bytes: number }[]
}

/** What index.html names is loaded at once: its scripts, what they import statically, its styles. The rest comes later. */
export function pageBytes(files: readonly BuiltFile[]): PageBytes {
  const html = files.find(({ path }) => path === 'index.html')?.text ?? ''
  const named = new Set([...html.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g)].map(([, path]) => path))
  const isAtOnce = ({ path }: BuiltFile): boolean => path === 'index.html' || named.has(path)
  const sizes = files.map((file) => ({ path: file.path, bytes: gzipSync(file.text, { level: 9 }).length, file }))
  return {
    atOnce: sizes.filter(({ file }) => isAtOnce(file)).reduce((sum, { bytes }) => sum + bytes, 0),
    later: sizes
      .filter(({ file }) => !isAtOnce(file) && /\.(js|css)$/.test(file.path))
      .map(({ path, bytes }) => ({ path, bytes }))
      .toSorted((one, other) => other.bytes - one.bytes),
  }
}

export function findLargePage({ atOnce, later }: PageBytes): string[] {
  const page = atOnce <= AT_ONCE_BYTES_MAX ? [] : [`the page is ${atOnce} bytes gzipped, at most ${AT_ONCE_BYTES_MAX}`]
  const large = later.filter(({ bytes }) => bytes > LATER_BYTES_MAX)
  return [...page, ...large.map((each) => `${sized(each)} bytes gzipped, at most ${LATER_BYTES_MAX}`)]
}

/** Addresses with a scheme, and those of style sheets that begin with two slashes. */
export function findForeignAddresses(files: readonly BuiltFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:https?|wss?):\/\/[a-z0-9[][^\s"'`)\\]*|(?:url\(|@import\s*)["']?\/\/[^\s"')]+/gi)]
      .map(([address]) => address)
      .filter((address) => !NEVER_ASKED.some((known) => address.startsWith(known)))
      .map((address) => `the built page names another origin: ${address} in ${path}`),
  )
}

function sized({ path, bytes }: { path: string; bytes: number }): string {
  return `${path.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '')} ${bytes}`
}

function readBuilt(dist: string): BuiltFile[] {
  if (!existsSync(dist)) return []
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(html|js|css|svg|json|webmanifest)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(dist, path), text: readFileSync(path, 'utf8') }))
}
