import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Doc comments of the contract: `command typing`, `event typing`, constants by name, fields by `constant.field`. */
export type DocComments = Map<string, string>

const COMMENT = /\/\*\*([\s\S]*?)\*\/\s*/g
const DECLARATION = /^(?:export )?const (\w+)/
const COMMAND = /^[^\n]*= command\('([\w.]+)'/
const EVENT = /^[^\n]*= (?:(?:roomEvent|userEvent)\('|z\.object\(\{\s*type: z\.literal\(')([\w.]+)'/

export function readDocComments(root: string): DocComments {
  const docs: DocComments = new Map()
  for (const path of globSync('packages/protocol/src/**/*.ts', { cwd: root }).sort()) {
    addDocs(docs, readFileSync(join(root, path), 'utf8'))
  }
  return docs
}

function addDocs(docs: DocComments, text: string): void {
  for (const match of text.matchAll(COMMENT)) {
    const next = text.slice(match.index + match[0].length)
    const doc = (match[1] ?? '')
      .replace(/^\s*\* ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
    const name = DECLARATION.exec(next)?.[1]
    const command = COMMAND.exec(next)?.[1]
    const event = EVENT.exec(next)?.[1]
    if (name !== undefined) docs.set(name, doc)
    if (command !== undefined) docs.set(`command ${command}`, doc)
    if (event !== undefined) docs.set(`event ${event}`, doc)
    const field = name === undefined ? /^(\w+)[:,]/.exec(next)?.[1] : undefined
    const owner = [...text.slice(0, match.index).matchAll(/^(?:export )?const (\w+)/gm)].at(-1)?.[1]
    if (field !== undefined && owner !== undefined) docs.set(`${owner}.${field}`, doc)
  }
}
