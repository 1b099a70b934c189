import { computed } from '@preact/signals'
import { language } from '../words/say.ts'

const lists = computed(() => new Intl.ListFormat(language.value.locale))

/** What stands between `count` things in a list of the page's language, with their places: `[{at: 0}, ' and ', {at: 1}]`. */
export function listed(count: number): (string | { at: number })[] {
  const places = Array.from({ length: count }, (_, index) => String(index))
  return lists.value
    .formatToParts(places)
    .map(({ type, value }) => (type === 'element' ? { at: Number(value) } : value))
}

/** Texts as a list: "Ana, Ben and Chloé". */
export function listedText(texts: readonly string[]): string {
  return lists.value.format(texts)
}
