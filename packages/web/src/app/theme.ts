import { signal } from '@preact/signals'
import type { Signal } from '@preact/signals'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export type ThemeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Read again before the first paint by public/theme.js. */
const KEY = 'natter:theme'

export interface ThemeChoice {
  readonly theme: Signal<Theme>
  choose(theme: Theme): void
}

/** The chosen theme; without one, or without storage, the system's. `root` carries it for the style sheet. */
export function createThemeChoice(root: { dataset: DOMStringMap }, storage: ThemeStorage | undefined): ThemeChoice {
  const theme = signal<Theme>(THEMES.find((each) => each === root.dataset['theme']) ?? 'system')
  return {
    theme,
    choose: (chosen) => {
      theme.value = chosen
      if (chosen === 'system') delete root.dataset['theme']
      else root.dataset['theme'] = chosen
      try {
        if (chosen === 'system') storage?.removeItem(KEY)
        else storage?.setItem(KEY, chosen)
      } catch {
        // Storage is switched off or full: the choice holds until the page is left.
      }
    },
  }
}
