import type { Edit, Written } from '../edit.ts'

/** Puts the selection into a fenced block on lines of its own. */
export function fenceSelection({ text, from, to }: Written): Edit {
  const inside = fenced(text.slice(from, to))
  const opening = `${from === 0 || text[from - 1] === '\n' ? '' : '\n'}\`\`\`\n`
  const insert = `${opening}${inside}\n\`\`\`${to < text.length && text[to] !== '\n' ? '\n' : ''}`
  const start = from + opening.length
  return { from, to, insert, select: [start, start + inside.length] }
}

/** A text as it stands in a fence: what would end the fence is moved in. */
export function fenced(inside: string): string {
  return inside.replaceAll(/^ {0,3}(?=```\s*$)/gm, '    ')
}
