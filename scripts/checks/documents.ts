import type { Check, TextFile } from './check.ts'

const README_LINES_MAX = 120
const DECISION_LINES_MAX = 60
const DECISION_PARTS = ['## Context', '## Decision', '## What we give up', '## What would change our mind']
const DECISION = /^docs\/decisions\/(\d{4}-[a-z0-9-]+\.md)$/

/** Documents stay short, and decisions keep their form. */
export const documents: Check = { name: 'documents', run: ({ files }) => findLongDocuments(files) }

export function findLongDocuments(files: TextFile[]): string[] {
  const list = files.find(({ path }) => path === 'docs/decisions/README.md')?.text ?? ''
  return files.flatMap((file) => {
    if (file.path === 'README.md') return tooLong(file, README_LINES_MAX)
    const name = DECISION.exec(file.path)?.[1]
    return name === undefined ? [] : decisionFaults(file, list.includes(`(${name})`))
  })
}

function decisionFaults(file: TextFile, isListed: boolean): string[] {
  const lines = file.text.split('\n')
  return [
    ...tooLong(file, DECISION_LINES_MAX),
    ...DECISION_PARTS.filter((part) => !lines.includes(part)).map((part) => `${file.path}: there is no part "${part}"`),
    ...(isListed ? [] : [`${file.path}: docs/decisions/README.md does not list it`]),
  ]
}

function tooLong({ path, text }: TextFile, linesMax: number): string[] {
  const lines = text.split('\n').length - 1
  return lines <= linesMax ? [] : [`${path}: ${lines} lines, at most ${linesMax}`]
}
