// Plain JavaScript: this runs on whatever Node the machine has, before anything is installed.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const INSTALL_TIMEOUT_MS = 15 * 60_000
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024
const OUTPUT_LINES_SHOWN = 15

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages path in node_modules to what it is */

/**
 * Runs `npm ci` unless what is installed is what package-lock.json asks for.
 * @param {string} root the repository
 * @throws {Error} with one sentence when npm cannot install
 */
export function ensureInstalled(root) {
  if (isInstalled(root)) return
  process.stderr.write('natter: installing packages (once, about half a minute)\n')
  const [file, ...args] = npmCommand()
  try {
    execFileSync(file, [...args, 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: INSTALL_TIMEOUT_MS,
      maxBuffer: OUTPUT_BYTES_MAX,
      shell: process.platform === 'win32' && file === 'npm',
    })
  } catch (cause) {
    const said = firstLines(cause)
    throw new Error(
      `npm could not install the packages. Check the network and the registry npm is set to, then try again.${said}`,
      { cause },
    )
  }
}

/**
 * npm keeps its own record of what lies in node_modules. Comparing it with the lockfile needs no stamp of ours and
 * notices a pull, a branch switch and a broken-off install alike.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true
    const there = present[path]
    // An optional package may be missing: it is for another platform.
    return there ? there.version === entry.version : entry.optional === true
  })
}

/**
 * @param {string} path
 * @returns {Packages | undefined}
 */
function readPackages(path) {
  try {
    const lock = /** @type {{ packages?: Packages }} */ (JSON.parse(readFileSync(path, 'utf8')))
    return lock.packages
  } catch {
    return undefined
  }
}

/** @returns {[string, ...string[]]} the npm that started this script, else the one on the PATH */
function npmCommand() {
  const npm = process.env.npm_execpath
  return npm && basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm']
}

/** @param {unknown} cause */
function firstLines(cause) {
  const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
  return output === '' ? '' : `\n${output.split('\n').slice(0, OUTPUT_LINES_SHOWN).join('\n')}`
}
