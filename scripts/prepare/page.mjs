import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BUILD_TIMEOUT_MS = 5 * 60_000
const STAMP = 'packages/web/dist/.sources'

/** All that the page is made of. Contents, not times: a copy or a branch switch and back builds nothing anew. */
const SOURCES = ['packages/web', 'packages/client/src', 'packages/protocol/src', 'package-lock.json']
const NOT_SOURCES = new Set(['dist', 'node_modules', 'test', 'e2e'])

/**
 * Builds the web page when it is missing or was built from other sources.
 * @param {string} root the repository
 * @param {string} node the Node to build with
 * @throws {Error} with one sentence and what the builder said
 */
export function ensurePage(root, node) {
  const hash = hashSources(root)
  if (readStamp(root) === hash) return
  process.stderr.write('natter: building the web page\n')
  try {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    execFileSync(node, [vite, 'build', '--logLevel', 'error'], {
      cwd: join(root, 'packages/web'),
      env: { ...process.env, NO_COLOR: '1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: BUILD_TIMEOUT_MS,
    })
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new Error(`The web page could not be built:\n${said}`, { cause })
  }
  writeFileSync(join(root, STAMP), hash)
}

/** @param {string} root */
export function hashSources(root) {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  if (path.endsWith('.json')) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${path}/${entry.name}`
      return entry.isDirectory() ? filesUnder(root, inside) : [inside]
    })
}

/** @param {string} root */
function readStamp(root) {
  const path = join(root, STAMP)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
