import { parseSync } from 'oxc-parser'
import type { TextFile } from './check.ts'

/** A node of the syntax tree, seen only as far as the checks need. */
export type SyntaxNode = { type: string; start: number; end: number; [key: string]: unknown }

const SOURCE = /\.(ts|tsx|mts|mjs|js)$/

export function isSource({ path }: TextFile): boolean {
  return SOURCE.test(path) && !path.endsWith('.d.ts')
}

export function isTest({ path }: TextFile): boolean {
  return /(^|\/)(test|e2e)\//.test(path)
}

/** @throws when the file has a syntax error */
export function parseSource({ path, text }: TextFile): SyntaxNode {
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new SyntaxError(`${path}: ${error.message}`)
  return program as unknown as SyntaxNode
}

/** Calls back for every node with its ancestors, nearest last. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, ancestors: SyntaxNode[]) => void): void {
  const ancestors: SyntaxNode[] = []
  const enter = (each: SyntaxNode): void => {
    visit(each, ancestors)
    ancestors.push(each)
    for (const value of Object.values(each)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) enter(child)
    }
    ancestors.pop()
  }
  enter(node)
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The name of an identifier, else undefined. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
