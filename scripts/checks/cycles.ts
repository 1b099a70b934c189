import type { Check, TextFile } from './check.ts'
import { readImports } from './imports.ts'
import { isTest } from './parse-source.ts'

/** Modules that load each other in a circle. Imports of types alone are gone when the program runs. */
export const cycles: Check = { name: 'cycles', run: ({ files }) => findCycles(files) }

export function findCycles(files: TextFile[]): string[] {
  const edges = new Map<string, string[]>()
  for (const { from, target, isInside, isTypeOnly } of readImports(files.filter((file) => !isTest(file)))) {
    if (isInside && !isTypeOnly) edges.set(from, [...(edges.get(from) ?? []), target])
  }
  const finished = new Set<string>()
  const findings: string[] = []
  const enter = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) findings.push(`${path}: imports itself: ${[...trail.slice(start), path].join(' -> ')}`)
    if (start >= 0 || finished.has(path)) return
    for (const target of edges.get(path) ?? []) enter(target, [...trail, path])
    finished.add(path)
  }
  for (const path of edges.keys()) enter(path, [])
  return findings
}
