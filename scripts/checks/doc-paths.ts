import { existsSync, globSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Check, TextFile, Tree } from './check.ts'

/** Files that the documents name in backticks or link to exist. */
export const docPaths: Check = { name: 'paths in docs', run: findDeadPaths }

const WITH_PATHS = /^([A-Z]+\.md|docs\/.*\.md|packages\/[^/]+\/README\.md|bench\/README\.md)$/
const PICTURE = /\.png$/
const BACKTICKED = /`([^`\s]+)`/g
const LINK = /\]\(([^)\s]+)\)/g

export function findDeadPaths({ root, files }: Tree): string[] {
  const present = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]))
  const top = new Set([...present].filter((path) => !path.includes('/')))
  const exists = (path: string): boolean =>
    present.has(path.replace(/\/$/, '')) ||
    // The tree holds texts only.
    (PICTURE.test(path) && existsSync(join(root, path))) ||
    (/[*{]/.test(path) && globSync(path, { cwd: root }).length > 0)
  return files.filter(({ path }) => WITH_PATHS.test(path)).flatMap((file) => deadPathsOf(file, top, exists))
}

function deadPathsOf(file: TextFile, top: Set<string>, exists: (path: string) => boolean): string[] {
  const prose = file.text.replace(/^```.*?^```/gms, (block) => block.replace(/[^\n]/g, ''))
  return prose.split('\n').flatMap((line, index) => {
    const named = [...line.matchAll(BACKTICKED)]
      .map(([, token = '']) => token)
      .filter((token) => token.includes('/') && top.has(token.split('/', 1)[0] ?? '') && !/[<>…]/.test(token))
    const linked = [...line.matchAll(LINK)]
      .map(([, target = '']) => target.replace(/#.*$/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .map((target) => posix.join(posix.dirname(file.path), target))
    return [...named, ...linked]
      .filter((path) => !exists(path))
      .map((path) => `${file.path}:${index + 1} names ${path}, which does not exist`)
  })
}

function foldersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
