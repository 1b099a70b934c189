const SEGMENTS = new Intl.Segmenter()

/** One or two letters for a face without a picture. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '')
  const [first = '?'] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (firstLetter(first) + firstLetter(last)).toUpperCase()
}

function firstLetter(word: string): string {
  for (const { segment } of SEGMENTS.segment(word)) return segment
  return ''
}

/** How many tints the style sheet has. */
const TINTS = 12

/** A person's tint: always the same for the same id. FNV-1a with a last stir, since ids differ little in their low bits. */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % TINTS
}
