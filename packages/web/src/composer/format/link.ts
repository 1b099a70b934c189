import type { Edit, Written } from '../edit.ts'

const ADDRESS_LENGTH_MAX = 2_000

/** The address that a text is, as a whole: `http:` or `https:`, and nothing beside it. */
export function addressOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > ADDRESS_LENGTH_MAX || !/^https?:\/\/[^\s<>"]+$/i.test(trimmed)) return undefined
  return URL.canParse(trimmed) ? trimmed : undefined
}

/** Makes the selection a link: to `address` where there is one, else the caret stands where the missing half goes. */
export function linkSelection({ text, from, to }: Written, address?: string): Edit {
  const inside = text.slice(from, to)
  const target = address ?? addressOf(inside)
  const label = address === undefined && target !== undefined ? '' : withoutBrackets(inside)
  const insert = `[${label}](${escaped(target ?? '')})`
  const afterLink = from + insert.length
  if (address !== undefined) return { from, to, insert, select: [afterLink, afterLink] }
  const caret = label === '' ? from + 1 : afterLink - 1
  return { from, to, insert, select: [caret, caret] }
}

/** Brackets in an address would end it. */
export function escaped(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** The words of a link hold no brackets and one line. */
export function withoutBrackets(label: string): string {
  return label.replaceAll('[', '(').replaceAll(']', ')').replaceAll(/\s+/g, ' ')
}
