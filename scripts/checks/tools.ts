import { globSync } from 'node:fs'
import type { Check } from './check.ts'
import { runTool } from './run-tool.ts'

export const formatting: Check = {
  name: 'formatting',
  run: ({ root }) => runTool(root, 'oxfmt', ['--check', '.']),
}

export const lint: Check = {
  name: 'lint',
  run: ({ root }) => runTool(root, 'oxlint', []),
}

/** Each package against its own tsconfig; tests, scripts, simulation and bench against the one in the root. */
export const types: Check = {
  name: 'types',
  run: async ({ root }) => {
    const projects = [...globSync('packages/*/tsconfig.json', { cwd: root }).sort(), 'tsconfig.json']
    const findings = await Promise.all(projects.map((project) => runTool(root, 'tsc', ['-p', project])))
    return findings.flat()
  },
}

/** Files, exports and dependencies that nothing uses. */
export const unused: Check = {
  name: 'unused code',
  run: ({ root }) => runTool(root, 'knip', ['--no-progress', '--no-config-hints']),
}

/** The SDK as a package: its manifest names files that exist, in a way that resolvers understand. */
export const sdkPackage: Check = {
  name: 'package of the SDK',
  run: ({ root }) => runTool(root, 'publint', ['packages/client', '--strict', '--pack', 'false', '--level', 'warning']),
}
