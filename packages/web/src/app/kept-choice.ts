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
}

/** A choice kept in this browser; without storage, until the page is left. */
export function keptChoice<Value extends string>(options: KeptChoiceOptions<Value>): KeptChoice<Value> {
  const { name, values, root, storage } = options
  const key = `natter:${name}`
  const kept = root === undefined ? storage?.getItem(key) : root.dataset[name]
  const chosen = signal<Value>(values.find((each) => each === kept) ?? values[0])
  return {
    chosen,
    choose: (value) => {
      const isUsual = value === values[0]
      chosen.value = value
      if (isUsual) delete root?.dataset[name]
      else if (root !== undefined) root.dataset[name] = value
      try {
        if (isUsual) storage?.removeItem(key)
        else storage?.setItem(key, value)
      } catch {
        // Storage is switched off or full: the choice holds until the page is left.
      }
    },
  }
}
