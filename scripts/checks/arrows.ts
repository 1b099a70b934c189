import type { Check, TextFile } from './check.ts'
import { packageEntries, readImports } from './imports.ts'
import type { Import } from './imports.ts'

/** Which part may know which: protocol <- core <- server, protocol <- client <- web and cli, and the parts of the server. */
export const arrows: Check = { name: 'arrows', run: ({ files }) => findWrongArrows(files) }

/** The packages a package may import, and the outside modules (`node:*` for all of Node). */
const MAY_IMPORT: Record<string, { packages: string[]; outside: string[] | 'its dependencies' }> = {
  protocol: { packages: [], outside: ['zod'] },
  core: { packages: ['protocol'], outside: [] },
  client: { packages: ['protocol'], outside: [] },
  server: { packages: ['protocol', 'core'], outside: 'its dependencies' },
  web: { packages: ['protocol', 'client'], outside: 'its dependencies' },
  cli: { packages: ['protocol', 'client', 'server'], outside: 'its dependencies' },
}

/** The one way out of packages/: `natter bench` loads the bench, which starts real servers and so lies beside them. */
const BENCH = { from: 'packages/cli/src/commands/bench.ts', target: 'bench/run-bench.ts' }

/** Folders of the server that know the ports and nothing of what is behind them or before them. */
const SERVER_FOLDERS: Record<string, { mustNotImport: string[]; why: string }> = {
  ports: { mustNotImport: ['adapters', 'commands', 'queries', 'gateway', 'http', 'jobs'], why: 'a port knows no one' },
  commands: { mustNotImport: ['gateway', 'http'], why: 'every road enters here, none leads back out' },
  queries: { mustNotImport: ['gateway', 'http', 'commands'], why: 'reading changes nothing' },
  gateway: { mustNotImport: ['http'], why: 'the roads do not know each other' },
  http: { mustNotImport: ['gateway'], why: 'the roads do not know each other' },
}

type Known = { dependencies: Map<string, string[]>; entries: Set<string> }

export function findWrongArrows(files: TextFile[]): string[] {
  const imports = readImports(files)
  const ofPackages = imports.filter(({ from }) => /^packages\/[^/]+\/src\//.test(from))
  const known: Known = { dependencies: readDependencies(files), entries: new Set(packageEntries(files).values()) }
  return [
    ...ofPackages.flatMap((each) => complain(each, packageArrow(each, known))),
    ...ofPackages.flatMap((each) => complain(each, serverArrow(each))),
    ...findSchemasInClient(imports),
  ]
}

function complain({ from, line, target }: Import, reason: string | undefined): string[] {
  return reason === undefined ? [] : [`${from}:${line} must not import ${target}: ${reason}`]
}

function packageArrow({ from, target, isInside }: Import, { dependencies, entries }: Known): string | undefined {
  const own = packageOf(from) ?? ''
  const rule = MAY_IMPORT[own]
  if (!rule) return `packages/${own} has no line in scripts/checks/arrows.ts`
  if (!isInside) {
    if (rule.outside === 'its dependencies') {
      const isListed = target.startsWith('node:') || (dependencies.get(own) ?? []).includes(target)
      return isListed ? undefined : `packages/${own}/package.json does not list it`
    }
    return rule.outside.includes(target)
      ? undefined
      : `${own} may import ${rule.outside.join(', ') || 'nothing'} from outside`
  }
  const other = packageOf(target)
  if (other === own) return undefined
  if (from === BENCH.from && target === BENCH.target) return undefined
  if (other === undefined) return 'packages know nothing outside packages/'
  if (!rule.packages.includes(other)) return `${own} may know ${rule.packages.join(', ') || 'no other package'} only`
  return entries.has(target) ? undefined : `go through the exports of @natter/${other}`
}

function serverArrow({ from, target, isInside }: Import): string | undefined {
  const [folder = '', part = ''] = insideServer(from)
  const [targetFolder = '', targetPart = ''] = isInside ? insideServer(target) : []
  if (folder === '' || targetFolder === '') return undefined
  if (folder === 'adapters') {
    if (targetFolder === 'ports' || (targetFolder === 'adapters' && targetPart === part)) return undefined
    return 'an adapter knows its port and nothing else of the server'
  }
  if (targetFolder === 'adapters' && folder !== 'main.ts') return 'only main.ts constructs adapters'
  if (targetFolder === 'main.ts' && folder !== 'index.ts') return 'main.ts is the outermost file'
  const rule = SERVER_FOLDERS[folder]
  return rule?.mustNotImport.includes(targetFolder) === true ? rule.why : undefined
}

/** The SDK must stay small: nothing it loads at run time may reach the schemas and the library they are written with. */
function findSchemasInClient(imports: Import[]): string[] {
  const start = 'packages/client/src/index.ts'
  const reached = new Map([[start, start]])
  const findings: string[] = []
  for (const [path, trail] of reached) {
    for (const { target, isInside, isTypeOnly } of imports.filter((each) => each.from === path)) {
      if (isTypeOnly || reached.has(target)) continue
      if (!isInside || target === 'packages/protocol/src/schemas.ts') {
        findings.push(`${path} must not load ${target}: the SDK reaches it by ${trail} -> ${target}`)
      } else {
        reached.set(target, `${trail} -> ${target}`)
      }
    }
  }
  return findings
}

function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1]
}

/** `adapters`, `sqlite` for packages/server/src/adapters/sqlite/open.ts; `main.ts` for a file at the top. */
function insideServer(path: string): string[] {
  return /^packages\/server\/src\/(.*)$/.exec(path)?.[1]?.split('/') ?? []
}

function readDependencies(files: TextFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { path, text } of files) {
    const own = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1]
    if (own === undefined) continue
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, Record<string, string>>
    // The page is bundled: what it uses is a development dependency, for nobody installs it.
    found.set(own, Object.keys(own === 'web' ? { ...dependencies, ...devDependencies } : dependencies))
  }
  return found
}
