import type { Found } from './tree.ts'

/** The code between two runs of backticks of equal length. Runs that have no second one are remembered in `hopeless`. */
export function codeAt(text: string, at: number, hopeless: Set<number>): Found | undefined {
  RUN.lastIndex = at
  const length = RUN.exec(text)?.[0].length ?? 0
  if (length === 0 || hopeless.has(length)) return undefined
  let next: RegExpExecArray | null
  while ((next = RUN.exec(text)) !== null) {
    if (next[0].length !== length) continue
    const code = text.slice(at + length, next.index)
    return { inline: { kind: 'code', text: withoutPadding(code) }, end: next.index + length }
  }
  hopeless.add(length)
  return undefined
}

const RUN = /`+/g

/** A space at either end makes room for a backtick, as in "`` ` ``". */
function withoutPadding(code: string): string {
  return /^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code
}
