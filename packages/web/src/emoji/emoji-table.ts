import type { DrawnEmoji } from './drawn-emoji.ts'
import { readEmojiLines } from './emoji-lines.ts'
import type { Emoji } from './emoji-lines.ts'

/** All emoji, ready to be looked up and searched. */
export interface EmojiTable {
  /** What this screen can draw, in the order of the standard. */
  readonly all: readonly Emoji[]
  /** By a name between colons, in small letters, without them. */
  of(code: string): Emoji | undefined
  /** The best first. */
  search(query: string, limit: number): Emoji[]
}

/** Reads the data, with names of a second language where there are some. */
export function emojiTable(english: string, other: string | undefined, drawn: DrawnEmoji): EmojiTable {
  const emoji = readEmojiLines(english, other)
  const all = emoji.filter((each) => each.version <= drawn.versionMax && (drawn.hasFlags || !isCountry(each)))
  const searched = all.map((each) => ({ each, titles: titlesOf(each), words: wordsOf(each) }))
  const byCode = new Map(emoji.flatMap((each) => each.codes.map((code) => [code, each])))
  return {
    all,
    of: (code) => byCode.get(code),
    search: (query, limit) => {
      const words = query
        .toLowerCase()
        .split(/[\s_:]+/)
        .filter((word) => word !== '')
      if (words.length === 0) return []
      const exact = words.join('_')
      return (
        searched
          // Most fit in no way at all, which one look tells.
          .filter((one) => words.every((word) => one.words.includes(word)))
          .map(({ each, titles }) => ({ each, score: scoreOf(each, titles, { exact, words }) }))
          .filter(({ score }) => score > 0)
          .toSorted((a, b) => b.score - a.score)
          .slice(0, limit)
          .map(({ each }) => each)
      )
    },
  }
}

function isCountry({ emoji }: Emoji): boolean {
  return /^\p{Regional_Indicator}/u.test(emoji)
}

interface Query {
  exact: string
  words: readonly string[]
}

/** Its name, and the names it goes by between colons as words. */
function titlesOf({ name, codes }: Emoji): string[] {
  return [name.toLowerCase(), ...codes.map((code) => code.replaceAll('_', ' '))]
}

/** All it can be found by. */
function wordsOf(each: Emoji): string {
  return [...titlesOf(each), ...each.codes, ...each.tags].join('\n')
}

/** How well an emoji fits: its name as typed, a name that begins so (the shorter the better), words that begin so, something it is tagged with; 0 not at all. */
function scoreOf({ codes, tags }: Emoji, titles: readonly string[], { exact, words }: Query): number {
  if (codes.includes(exact)) return codes[0] === exact ? 6 : 5
  // Of many hearts the one that is little else comes first.
  const begun = codes.filter((code) => code.startsWith(exact)).map((code) => exact.length / code.length)
  if (begun.length > 0) return 4 + Math.min(0.9, Math.max(...begun))
  const shares = titles
    .filter((title) => words.every((word) => beginsWord(title, word)))
    .map((title) => exact.length / title.length)
  if (shares.length > 0) return 3 + Math.min(0.9, Math.max(...shares))
  if (words.every((word) => [...titles, ...tags].some((each) => beginsWord(each, word)))) {
    return words.length === 1 && tags.includes(exact) ? 2.5 : 2
  }
  // The middle of a word only where it is long enough to mean something.
  return words.every((word) => word.length >= 3 && titles.some((title) => title.includes(word))) ? 1 : 0
}

function beginsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`) || text.includes(`-${word}`)
}
