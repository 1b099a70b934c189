import { ENGLISH } from './say.ts'
import type { Language } from './say.ts'

/** A language one can choose, under its own name. */
export interface LanguageOffer {
  readonly tag: string
  readonly name: string
  readonly load: () => Promise<Language>
}

const ENGLISH_OFFER: LanguageOffer = { tag: 'en', name: 'English', load: async () => ENGLISH }
const GERMAN = { tag: 'de', locale: 'de-DE', direction: 'ltr' } as const

/** English comes with the page; the others when they are wanted. */
export const LANGUAGES: readonly LanguageOffer[] = [
  { tag: 'de', name: 'Deutsch', load: async () => ({ ...GERMAN, words: (await import('./de/index.ts')).de }) },
  ENGLISH_OFFER,
]

/** Languages nobody speaks, for tests. */
export const PSEUDO_LANGUAGES: readonly LanguageOffer[] = [
  { tag: 'pseudo', name: 'Pseudo', load: async () => (await import('./pseudo.ts')).pseudo },
  { tag: 'pseudo-rtl', name: 'Pseudo, right to left', load: async () => (await import('./pseudo.ts')).pseudoRtl },
]

/** The first of the reader's languages that the page speaks; without one, English. */
export function offerFor(wanted: readonly string[]): LanguageOffer {
  const offers = wanted.map((tag) => LANGUAGES.find((offer) => isKindOf(tag, offer.tag)))
  return offers.find((offer) => offer !== undefined) ?? ENGLISH_OFFER
}

/** A language with dates and numbers as the reader's own kind of it writes them: `de-AT` for somebody who has that first. */
export function inReadersWay(language: Language, wanted: readonly string[]): Language {
  const own = wanted.find((tag) => tag.includes('-') && isKindOf(tag, language.tag))
  return own === undefined ? language : { ...language, locale: own }
}

/** Those that are tags of languages: browsers pass on what the system says, which may be `C`, and that stops the formats of dates. */
export function realLanguages(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0
    } catch {
      return false
    }
  })
}

function isKindOf(tag: string, language: string): boolean {
  return tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`)
}
