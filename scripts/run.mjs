// `node scripts/run.mjs <script.ts> [arguments]`: runs a script of this repository under the pinned Node, so that
// every npm script works in a fresh clone, whatever Node the machine has.
import { resolve } from 'node:path'
import { become } from './prepare/become.mjs'
import { prepare, root } from './prepare.mjs'

const [script = '', ...args] = process.argv.slice(2)
prepare((node) => become(node, [resolve(root, script), ...args]))
