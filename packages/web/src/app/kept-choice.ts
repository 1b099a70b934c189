import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One of a few ways the page can look. */
export interface KeptChoice<Value extends string> {
  readonly chosen: ReadonlySignal<Value>
  choose(value: Value): void
}

interface KeptChoiceOptions<Value extends string> {
  /** `theme`: kept under `natter:theme`, carried as `data-theme`. Read again before the first paint by public/theme.js. */
  name: string
  /** The first one is what holds without a choice, and leaves no trace. */
  values: readonly [Value, ...Value[]]
  root: { dataset: DOMStringMap }
  storage: ChoiceStorage | undefined
}

/** A choice kept in this browser; without storage, until the page is left. `root` carries it for the style sheet. */
export function keptChoice<Value extends string>(options: KeptChoiceOptions<Value>): KeptChoice<Value> {
  const { name, values, root, storage } = options
  const chosen = signal<Value>(values.find((each) => each === root.dataset[name]) ?? values[0])
  return {
    chosen,
    choose: (value) => {
      const isUsual = value === values[0]
      chosen.value = value
      if (isUsual) delete root.dataset[name]
      else root.dataset[name] = value
      try {
        if (isUsual) storage?.removeItem(`natter:${name}`)
        else storage?.setItem(`natter:${name}`, value)
      } catch {
        // Storage is switched off or full: the choice holds until the page is left.
      }
    },
  }
}
