import { computed } from '@preact/signals'
import { language } from './say.ts'

const collator = computed(() => new Intl.Collator(language.value.locale, { sensitivity: 'base', numeric: true }))

/** The order of names in the language of the page: `ä` beside `a`, `room 2` before `room 10`, however they are capitalised. */
export function compareNames(a: string, b: string): number {
  return collator.value.compare(a, b)
}
