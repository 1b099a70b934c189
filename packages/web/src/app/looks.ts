import type { ReadonlySignal } from '@preact/signals'
import { effect } from '@preact/signals'
import { keptChoice } from './kept-choice.ts'
import type { ChoiceStorage, KeptChoice } from './kept-choice.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['cosy', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** How screen readers hear of new messages: in sentences of our own, or by the messages themselves. */
export const NEWS_WAYS = ['sentences', 'log'] as const
export type NewsWay = (typeof NEWS_WAYS)[number]

/** How the page looks and sounds on this device. */
export interface Looks {
  readonly theme: KeptChoice<Theme>
  readonly density: KeptChoice<Density>
  readonly news: KeptChoice<NewsWay>
}

interface LooksOptions {
  root: { dataset: DOMStringMap }
  storage: ChoiceStorage | undefined
  tabs?: Pick<Window, 'addEventListener'>
  /** The system asks for more contrast. */
  wantsContrast: ReadonlySignal<boolean>
}

/** `root` says to the style sheet what holds: `data-theme`, `data-density`, and `data-contrast` where the system asks for it. */
export function createLooks({ root, storage, tabs, wantsContrast }: LooksOptions): Looks {
  const theme = keptChoice<Theme>({ name: 'theme', values: THEMES, root, storage, tabs })
  const density = keptChoice<Density>({ name: 'density', values: DENSITIES, root, storage, tabs })
  const news = keptChoice<NewsWay>({ name: 'news', values: NEWS_WAYS, storage, tabs })
  effect(() => {
    if (wantsContrast.value) root.dataset['contrast'] = 'more'
    else delete root.dataset['contrast']
  })
  return { theme, density, news }
}
