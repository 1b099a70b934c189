import type { Check, TextFile } from './check.ts'
import { isNode, isSource, isTest, lineOf, nameOf, parseSource, walk } from './parse-source.ts'
import type { SyntaxNode } from './parse-source.ts'
import { ALLOWED } from './forbidden-globals-allowed.ts'
import type { Kind } from './forbidden-globals-allowed.ts'

/** Time, chance, the environment and the network are handed in as arguments; only the files that own them touch them. */
export const forbiddenGlobals: Check = { name: 'clocks', run: ({ files }) => findForbiddenGlobals(files) }

/** Global names that are forbidden whatever is done with them. */
const NAMES: Record<string, Kind> = {
  setTimeout: 'time',
  setInterval: 'time',
  setImmediate: 'time',
  performance: 'time',
  fetch: 'network',
  WebSocket: 'network',
  XMLHttpRequest: 'network',
  EventSource: 'network',
}

/** Members of globals, and names imported from Node's modules. */
const MEMBERS: Record<string, Kind> = {
  'Date.now': 'time',
  'Temporal.Now': 'time',
  'AbortSignal.timeout': 'time',
  'process.hrtime': 'time',
  'process.uptime': 'time',
  'process.env': 'environment',
  'Math.random': 'chance',
  'crypto.randomUUID': 'chance',
  'crypto.randomBytes': 'chance',
  'crypto.randomInt': 'chance',
  'crypto.randomFillSync': 'chance',
  'crypto.randomFill': 'chance',
  'crypto.getRandomValues': 'chance',
  'navigator.sendBeacon': 'network',
}
const TIMER_MODULES = new Set(['node:timers', 'node:timers/promises', 'node:perf_hooks'])
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global'])
const NETWORK_FREE = /^packages\/(protocol|core|web)\/src\//

export function findForbiddenGlobals(files: TextFile[]): string[] {
  const sources = files.filter(
    (file) => /^(packages\/[^/]+\/src|sim)\//.test(file.path) && isSource(file) && !isTest(file),
  )
  const findings = sources.flatMap((file) => usesIn(file).map((use) => ({ ...use, file })))
  const isAllowed = (path: string, kind: Kind): boolean =>
    ALLOWED.some((each) => each.path === path && each.kinds.includes(kind))
  return [
    ...findings
      .filter(({ kind, file }) => !isAllowed(file.path, kind) && (kind !== 'network' || NETWORK_FREE.test(file.path)))
      .map(
        ({ file, line, what, kind }) => `${file.path}:${line} ${what}: ${kind} is an argument (see CONTRIBUTING.md)`,
      ),
    ...ALLOWED.flatMap(({ path, kinds }) =>
      kinds
        .filter((kind) => !findings.some((each) => each.file.path === path && each.kind === kind))
        .map((kind) => `scripts/checks/forbidden-globals-allowed.ts allows ${path} ${kind}, which it does not use`),
    ),
  ]
}

type Use = { what: string; kind: Kind; line: number }

function usesIn(file: TextFile): Use[] {
  const program = parseSource(file)
  const locals = localNames(program)
  const uses: Use[] = []
  walk(program, (node, ancestors) => {
    const found = importedUse(node) ?? memberUse(node) ?? dateUse(node) ?? nameUse(node, ancestors.at(-1), locals)
    if (found) uses.push({ ...found, line: lineOf(file.text, node.start) })
  })
  return uses
}

type Found = Pick<Use, 'what' | 'kind'> | undefined

/** `Date.now`, `process.env`, `globalThis.setTimeout`. */
function memberUse(node: SyntaxNode): Found {
  if (node.type !== 'MemberExpression') return undefined
  const object = nameOf(node.object)
  const property = nameOf(node.property) ?? (isNode(node.property) ? String(node.property.value) : '')
  if (object === undefined) return undefined
  const what = `${object === 'webcrypto' ? 'crypto' : object}.${property}`
  const kind = GLOBAL_OBJECTS.has(object) ? NAMES[property] : ownValue(MEMBERS, what)
  return kind && { what, kind }
}

/** `new Date()` and `Date()` read the clock, `new Date(at)` does not. */
function dateUse(node: SyntaxNode): Found {
  if (nameOf(node.callee) !== 'Date') return undefined
  const readsClock = node.type === 'CallExpression' || (Array.isArray(node.arguments) && node.arguments.length === 0)
  return readsClock ? { what: 'new Date()', kind: 'time' } : undefined
}

/** `import { setTimeout } from 'node:timers/promises'`, `import { randomBytes } from 'node:crypto'`. */
function importedUse(node: SyntaxNode): Found {
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type' || !isNode(node.source)) return undefined
  const from = String(node.source.value)
  if (TIMER_MODULES.has(from)) return { what: from, kind: 'time' }
  const module = from.replace(/^node:/, '')
  const specifiers = (Array.isArray(node.specifiers) ? (node.specifiers as unknown[]) : []).filter(isNode)
  for (const specifier of specifiers) {
    const what = `${module}.${nameOf(specifier.imported) ?? ''}`
    const kind = ownValue(MEMBERS, what)
    if (kind) return { what, kind }
  }
  return undefined
}

/** A use of the global itself: not a property of that name, not a type, not something the file declares. */
function nameUse(node: SyntaxNode, parent: SyntaxNode | undefined, locals: Set<string>): Found {
  const name = nameOf(node)
  const kind = name === undefined ? undefined : ownValue(NAMES, name)
  if (name === undefined || kind === undefined || parent === undefined || locals.has(name)) return undefined
  if (parent.type.startsWith('TS') || parent.type.endsWith('Specifier')) return undefined
  if (parent.property === node && parent.computed !== true) return undefined
  if (parent.key === node && parent.computed !== true) return undefined
  return { what: name, kind }
}

/** Names that parameters, variables and functions of the file give to something of their own. */
function localNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>()
  const bind = (pattern: unknown): void => {
    if (!isNode(pattern)) return
    const name = nameOf(pattern)
    if (name !== undefined) names.add(name)
    if (pattern.type === 'AssignmentPattern') bind(pattern.left)
    if (pattern.type === 'ObjectPattern') for (const each of pattern.properties as SyntaxNode[]) bind(each.value)
    if (pattern.type === 'ArrayPattern') for (const each of pattern.elements as unknown[]) bind(each)
  }
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') bind(node.id)
    if (Array.isArray(node.params)) for (const parameter of node.params as unknown[]) bind(parameter)
  })
  return names
}

function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
