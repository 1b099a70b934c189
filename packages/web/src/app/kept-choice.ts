import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One of a few ways the page can be. */
export interface KeptChoice<Value extends string> {
  readonly chosen: ReadonlySignal<Value>
  choose(value: Value): void
}

interface KeptChoiceOptions<Value extends string> {
  /** `theme`: kept under `natter:theme`, carried as `data-theme`. */
  name: string
  /** The first one is what holds without a choice, and leaves no trace. */
  values: readonly [Value, ...Value[]]
  /** Carries the choice where the style sheet needs it; public/theme.js puts it there before the first paint. */
  root?: { dataset: DOMStringMap }
  storage: ChoiceStorage | undefined
  /** Tells what other tabs of this browser choose. */
  tabs?: Pick<Window, 'addEventListener'> | undefined
}

/** A choice kept in this browser, the same in all its tabs; without storage, until the page is left. */
export function keptChoice<Value extends string>(options: KeptChoiceOptions<Value>): KeptChoice<Value> {
  const { name, values, root, storage, tabs } = options
  const key = `natter:${name}`
  const valueOf = (kept: string | null | undefined): Value => values.find((each) => each === kept) ?? values[0]
  const chosen = signal(valueOf(root === undefined ? storage?.getItem(key) : root.dataset[name]))
  const show = (value: Value): void => {
    chosen.value = value
    if (value === values[0]) delete root?.dataset[name]
    else if (root !== undefined) root.dataset[name] = value
  }
  tabs?.addEventListener('storage', (event) => {
    if (event.key === key) show(valueOf(event.newValue))
  })
  return {
    chosen,
    choose: (value) => {
      show(value)
      try {
        if (value === values[0]) storage?.removeItem(key)
        else storage?.setItem(key, value)
      } catch {
        // Storage is switched off or full: the choice holds until the page is left.
      }
    },
  }
}
