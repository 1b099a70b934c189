import { globSync } from 'node:fs'

/** The longest first: at the end nobody would be left to run beside it. */
const PLACES = [
  'sim/test/**/*.test.ts',
  'packages/*/test/**/*.test.ts',
  'faults/test/**/*.test.ts',
  'fuzz/test/**/*.test.ts',
  'scripts/test/**/*.test.ts',
  'bench/test/**/*.test.ts',
]
const BROWSER_PLACES = ['packages/web/e2e/**/*.{spec,test}.ts']

/** Which files to run, and which test names in them (all when absent). */
export type Choice = { files: string[]; browserFiles: string[]; name?: RegExp }

/** A filter is a part of a path; where no path has it, it is a part of test names. */
export function chooseTests(root: string, filters: string[]): Choice {
  return narrow({ files: find(root, PLACES), browserFiles: find(root, BROWSER_PLACES) }, filters)
}

export function narrow(all: Choice, filters: string[]): Choice {
  if (filters.length === 0) return all
  const isWanted = (file: string) => filters.some((filter) => file.includes(filter.replace(/^\.\//, '')))
  const files = all.files.filter(isWanted)
  const browserFiles = all.browserFiles.filter(isWanted)
  if (files.length + browserFiles.length > 0) return { files, browserFiles }
  return { ...all, name: new RegExp(filters.map((filter) => RegExp.escape(filter)).join('|'), 'i') }
}

function find(root: string, patterns: string[]): string[] {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort())
  return files.filter((file) => !file.includes('node_modules'))
}
