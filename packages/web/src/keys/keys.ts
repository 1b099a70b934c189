import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { chordsOf, isWriting, normalChord } from './chord.ts'
import type { Chord, KeyPress } from './chord.ts'
import { chordsFor, keyChoice } from './key-choice.ts'
import type { KeyChoice } from './key-choice.ts'
import { shortcut, SHORTCUT_IDS } from './shortcuts.ts'
import type { Scope, ShortcutId } from './shortcuts.ts'

/** Which keys do what, as the reader wants it. */
export interface Keys {
  readonly isMac: boolean
  readonly choice: ReadonlySignal<KeyChoice>
  /** What a shortcut is pressed by now. */
  chords(id: ShortcutId): readonly Chord[]
  /** The shortcut of that part of the page that is pressed; keys that write are nobody's while somebody types, or is about to. */
  pressed(scope: Scope, press: KeyPress & { target: EventTarget | null }): ShortcutId | undefined
  /** Says what a shortcut of the whole page does; the answer takes it back. The last one to say so is asked. */
  on(id: ShortcutId, run: () => void): () => void
  /** Does it, where something is there to be done. */
  run(id: ShortcutId): boolean
  /** What can be done now, by name. */
  commands(): ShortcutId[]
  /** Another chord, none (''), or what it was at first (undefined). */
  choose(id: ShortcutId, chord: Chord | undefined): void
  reset(): void
  /** Everything as it was chosen before. */
  restore(choice: KeyChoice): void
}

interface KeysOptions {
  isMac: boolean
  kept: ReadonlySignal<unknown>
  keep: (choice: KeyChoice | null) => void
}

export function createKeys({ isMac, kept, keep }: KeysOptions): Keys {
  const choice = computed(() => keyChoice(kept.value))
  const runs = new Map<ShortcutId, (() => void)[]>()
  return {
    isMac,
    choice,
    chords: (id) => chordsFor(id, choice.value),
    pressed: (scope, press) => {
      const isTyped = isTyping(press.target) || isClicked(press.target)
      const meant = chordsOf(press, isMac).filter((chord) => !isTyped || !isWriting(chord))
      if (meant.length === 0) return undefined
      return SHORTCUT_IDS.find((id) => {
        if (shortcut(id).scope !== scope) return false
        return chordsFor(id, choice.peek()).some((chord) => meant.includes(normalChord(chord, isMac)))
      })
    },
    on: (id, run) => {
      runs.set(id, [...(runs.get(id) ?? []), run])
      return () =>
        void runs.set(
          id,
          (runs.get(id) ?? []).filter((each) => each !== run),
        )
    },
    run: (id) => {
      const run = runs.get(id)?.at(-1)
      run?.()
      return run !== undefined
    },
    commands: () => SHORTCUT_IDS.filter((id) => shortcut(id).scope === 'global' && (runs.get(id)?.length ?? 0) > 0),
    choose: (id, chord) => {
      const { [id]: _, ...others } = choice.peek()
      keep(chord === undefined ? others : { ...others, [id]: chord })
    },
    reset: () => keep(null),
    restore: keep,
  }
}

/** What was clicked on and has the focus by that alone: keys that write are for the composer there. */
export const CLICKED = '[data-clicked]'

function isClicked(target: EventTarget | null): boolean {
  return typeof HTMLElement !== 'undefined' && target instanceof HTMLElement && target.matches(CLICKED)
}

/** Whether what is pressed there writes. */
export function isTyping(target: EventTarget | null): boolean {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

const NOT_TYPED_IN = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit'])
