import { fold } from '../words/fold.ts'

/** How well a name fits what was typed, from best to worst; undefined: not at all. */
export const FIT = { whole: 5, beginning: 4, wordBeginning: 3, inside: 2, scattered: 1 } as const
export type Fit = (typeof FIT)[keyof typeof FIT]

/** How well any of the names of one thing fits. Several words may stand in any order; the worst of them counts. */
export function fitOf(typed: string, names: readonly string[]): Fit | undefined {
  const wanted = fold(typed).trim()
  if (wanted === '') return FIT.whole
  const fits = names.map((name) => fitName(wanted, fold(name))).filter((fit) => fit !== undefined)
  return fits.length === 0 ? undefined : best(fits)
}

function fitName(wanted: string, name: string): Fit | undefined {
  const whole = fitWord(wanted, name)
  const words = wanted.split(/\s+/)
  if (whole !== undefined || words.length === 1) return whole
  const fits = words.map((word) => fitWord(word, name))
  return fits.reduce((worst, fit) => (worst === undefined || fit === undefined ? undefined : min(worst, fit)))
}

function fitWord(word: string, name: string): Fit | undefined {
  if (name === word) return FIT.whole
  const at = name.indexOf(word)
  if (at === 0) return FIT.beginning
  if (at > 0) return startsWord(word, name) ? FIT.wordBeginning : FIT.inside
  return word.length >= SCATTERED_MIN && isScattered(word, name) ? FIT.scattered : undefined
}

/** Fewer letters than these are in almost every name. */
const SCATTERED_MIN = 2
const BREAK = /[\s._\-/@#]/

function startsWord(word: string, name: string): boolean {
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1)) {
    if (BREAK.test(name.charAt(at - 1))) return true
  }
  return false
}

/** Every letter, in order, with others between them, and the first one at the beginning of a word. */
function isScattered(word: string, name: string): boolean {
  let at = -1
  for (const letter of word) {
    at = name.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return name.split(BREAK).some((each) => each.charAt(0) === word.charAt(0))
}

function best(fits: readonly Fit[]): Fit {
  return fits.reduce((a, b) => (a > b ? a : b))
}

function min(a: Fit, b: Fit): Fit {
  return a < b ? a : b
}
