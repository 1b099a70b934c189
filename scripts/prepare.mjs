// Used on its own by .ci/run: `node scripts/prepare.mjs` installs what is missing and prints the Node to use.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './prepare/install.mjs'
import { pinnedNode } from './prepare/pinned-node.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Installs what is missing and answers with the Node to use. A failure is one sentence and exit code 1.
 * @param {(node: string) => void} then what to do with that Node
 */
export function prepare(then) {
  try {
    ensureInstalled(root)
    then(pinnedNode(root))
  } catch (error) {
    process.stderr.write(`natter: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare((node) => process.stdout.write(`${node}\n`))
