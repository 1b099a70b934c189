import type { Entry } from './catalogue.ts'
import { en } from './en/index.ts'
import type { Language, Words } from './say.ts'

// First, for the languages below are made with it.
const HOLE = /(\{\w+\})/
const LETTER = /[a-z]/gi
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ'

/** A language nobody speaks, for tests: what is not said through the catalogues, or has no room to grow, stands out. Dates and lists are Japanese. */
export const pseudo: Language = { tag: 'en-XA', locale: 'ja', direction: 'ltr', words: pseudoWords() }

/** The same from right to left, with the dates and digits of Egypt. */
export const pseudoRtl: Language = { ...pseudo, tag: 'ar-XB', locale: 'ar-EG', direction: 'rtl' }

function pseudoWords(): Words {
  // The keys are those of the English catalogue.
  return Object.fromEntries(Object.entries<Entry>(en).map(([key, entry]) => [key, pseudoEntry(entry)])) as Words
}

function pseudoEntry(entry: Entry): Entry {
  if (typeof entry === 'string') return pseudoText(entry)
  return { ...(entry.one === undefined ? {} : { one: pseudoText(entry.one) }), other: pseudoText(entry.other) }
}

/** `Leave {room}?` becomes `⟦Ļééááṽéé {room}?⟧`: accented, in brackets, about 40 % longer. */
export function pseudoText(text: string): string {
  const accented = text.split(HOLE).map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(LETTER, accent)))
  return `⟦${accented.join('')}⟧`
}

function accent(letter: string): string {
  const accented = ACCENTED[PLAIN.indexOf(letter)] ?? letter
  return 'aeiou'.includes(letter) ? accented + accented : accented
}
