import { parseSync } from 'oxc-parser'
import { posix } from 'node:path'
import type { TextFile } from './check.ts'
import { isSource, lineOf } from './parse-source.ts'

/** One import or re-export. `target` is a path of the tree, or the name of an outside package or module. */
export type Import = { from: string; line: number; target: string; isInside: boolean; isTypeOnly: boolean }

/** Everything the sources import, with names of our own packages resolved to files. */
export function readImports(files: TextFile[]): Import[] {
  const entries = packageEntries(files)
  return files.filter(isSource).flatMap((file) => importsOf(file, entries))
}

function importsOf(file: TextFile, entries: Map<string, string>): Import[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file.path, file.text).module
  const found = [
    ...staticImports.map(({ start, moduleRequest }) => ({ start, specifier: moduleRequest.value })),
    ...staticExports.flatMap(({ start, entries: names }) =>
      names
        .slice(0, 1)
        .flatMap(({ moduleRequest }) => (moduleRequest ? [{ start, specifier: moduleRequest.value }] : [])),
    ),
    ...dynamicImports.map(({ start, moduleRequest }) => ({
      start,
      specifier: file.text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    })),
  ]
  return found.map(({ start, specifier }) => ({
    from: file.path,
    line: lineOf(file.text, start),
    ...resolve(file.path, specifier, entries),
    // `import { type A }` still loads the module when the program runs; `import type` does not.
    isTypeOnly: /^(import|export)\s+type\b(?!\s+from\b)/.test(file.text.slice(start, start + 40)),
  }))
}

function resolve(from: string, specifier: string, entries: Map<string, string>): Pick<Import, 'target' | 'isInside'> {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), isInside: true }
  const entry = entries.get(specifier)
  if (entry !== undefined) return { target: entry, isInside: true }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return { target: specifier.startsWith('node:') ? specifier : name, isInside: false }
}

/** `@natter/protocol/schemas` to `packages/protocol/src/schemas.ts`, from the package.json files. */
export function packageEntries(files: TextFile[]): Map<string, string> {
  const entries = new Map<string, string>()
  for (const { path, text } of files) {
    if (!/^packages\/[^/]+\/package\.json$/.test(path)) continue
    const { name, exports = {} } = JSON.parse(text) as { name: string; exports?: Record<string, unknown> }
    for (const [key, value] of Object.entries(exports)) {
      const target =
        typeof value === 'string' ? value : Object.values(value ?? {}).find((each) => typeof each === 'string')
      if (typeof target === 'string') entries.set(posix.join(name, key), posix.join(posix.dirname(path), target))
    }
  }
  return entries
}
