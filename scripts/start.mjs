// `npm start`: the first thing that runs on a machine with git, npm and any Node from 20 on.
import { join } from 'node:path'
import { become } from './prepare/become.mjs'
import { ensurePage } from './prepare/page.mjs'
import { SERVE_FLAGS } from './prepare/serve-flags.mjs'
import { prepare, root } from './prepare.mjs'

prepare((node) => {
  ensurePage(root, node)
  become(node, [...SERVE_FLAGS, join(root, 'packages/cli/src/main.ts'), 'serve', ...process.argv.slice(2)])
})
