import { computed, signal } from '@preact/signals'
import { fill } from './catalogue.ts'
import type { Entry, Holes } from './catalogue.ts'
import { en } from './en/index.ts'
import type { English } from './en/index.ts'
import { isolate } from './isolate.ts'

export type WordKey = keyof English
export type WordHoles<Key extends WordKey> = Holes<English[Key]>
/** A text that nothing comes in to. */
export type PlainKey = { [Key in WordKey]: [WordHoles<Key>] extends [never] ? Key : never }[WordKey]
export type Words = Readonly<Record<WordKey, Entry>>

/** A language as the page speaks it. */
export interface Language {
  /** As in `lang`: `en`, `de`. */
  readonly tag: string
  /** In whose way dates, numbers and lists are written and names are sorted: `en-GB`, `de-AT`. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
}

export const ENGLISH: Language = { tag: 'en', locale: 'en-GB', direction: 'ltr', words: en }

/** The language of the page: one for all of it, so that any sentence can be said anywhere. Components that say something follow it. */
export const language = signal<Language>(ENGLISH)

const plurals = computed(() => new Intl.PluralRules(language.value.tag))
const numbers = computed(() => new Intl.NumberFormat(language.value.locale))

type Filling<Key extends WordKey, Part> = [WordHoles<Key>] extends [never]
  ? []
  : [filling: Readonly<Record<WordHoles<Key>, Part>>]

/** A text of the page in its language. Numbers are written as that language writes them. */
export function say<Key extends WordKey>(key: Key, ...[filling]: Filling<Key, string | number>): string {
  return sayAround(key, filling ?? {}).join('')
}

/** The same around things that are no text; `Say` draws it. */
export function sayAround<Part>(
  key: WordKey,
  filling: Readonly<Record<string, Part | string | number>>,
): (string | Part)[] {
  const written = Object.entries(filling).map(([name, part]): [string, string | Part] => [name, write(part)])
  return fill(formOf(language.value.words[key], filling['count']), Object.fromEntries(written))
}

/** A number in the digits and with the separators of the language. */
export function sayNumber(number: number): string {
  return numbers.value.format(number)
}

function write<Part>(part: Part | string | number): Part | string {
  if (typeof part === 'number') return sayNumber(part)
  return typeof part === 'string' ? isolate(part, language.value.direction) : part
}

function formOf(entry: Entry, count: unknown): string {
  if (typeof entry === 'string') return entry
  return entry[plurals.value.select(Number(count))] ?? entry.other
}
