import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { inReadersWay, LANGUAGES, offerFor, PSEUDO_LANGUAGES } from '../words/languages.ts'
import type { LanguageOffer } from '../words/languages.ts'
import { language } from '../words/say.ts'

/** Read again before the first paint by public/theme.js, as is the direction. */
const KEY = 'natter:language'
const DIRECTION_KEY = 'natter:direction'

export interface LanguageChoice {
  /** The tag of a language, or `system`: the first of the browser's that the page speaks. */
  readonly chosen: ReadonlySignal<string>
  /** Speaks another language from now on. Rejects when it cannot be loaded; the page then goes on in the one it had. */
  choose(chosen: string): Promise<void>
  /** Speaks the language that was chosen last on this device. The page waits for it before it shows itself. */
  begin(): Promise<void>
}

interface LanguageChoiceOptions {
  root: Pick<HTMLElement, 'lang' | 'dir'>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  /** The languages of the browser, those liked best first. */
  wanted: readonly string[]
}

/** The language of the page, kept in this browser. `root` carries it for the browser and for ears. */
export function createLanguageChoice({ root, storage, wanted }: LanguageChoiceOptions): LanguageChoice {
  const chosen = signal(storage?.getItem(KEY) ?? SYSTEM)
  let latest = 0
  effect(() => {
    root.lang = language.value.tag
    root.dir = language.value.direction
  })
  const speak = async (choice: string): Promise<void> => {
    latest += 1
    const turn = latest
    const loaded = await offerOf(choice, wanted).load()
    // Somebody who changed their mind while it was loading gets what they chose last.
    if (turn === latest) language.value = inReadersWay(loaded, wanted)
  }
  return {
    chosen,
    begin: () => speak(chosen.value),
    choose: async (choice) => {
      const before = chosen.value
      chosen.value = choice
      try {
        await speak(choice)
      } catch (error) {
        if (chosen.value === choice) chosen.value = before
        throw error
      }
      keep(storage, KEY, choice === SYSTEM ? undefined : choice)
      keep(storage, DIRECTION_KEY, language.value.direction === 'rtl' ? 'rtl' : undefined)
    },
  }
}

const SYSTEM = 'system'

function offerOf(choice: string, wanted: readonly string[]): LanguageOffer {
  return [...LANGUAGES, ...PSEUDO_LANGUAGES].find(({ tag }) => tag === choice) ?? offerFor(wanted)
}

function keep(storage: LanguageChoiceOptions['storage'], key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage?.removeItem(key)
    else storage?.setItem(key, value)
  } catch {
    // Storage is full: the choice holds until the page is left.
  }
}
