import type { Chord } from './chord.ts'
import { normalChord } from './chord.ts'
import { shortcut, SHORTCUT_IDS } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'

/** What somebody wants otherwise: the chord for a shortcut, or none at all as an empty text. */
export type KeyChoice = Readonly<Partial<Record<ShortcutId, Chord>>>

const CHORD_LENGTH_MAX = 40

/** Reads what was kept; what is not a choice counts as none. */
export function keyChoice(kept: unknown): KeyChoice {
  if (typeof kept !== 'object' || kept === null) return {}
  const chosen = new Map(Object.entries(kept))
  return Object.fromEntries(
    SHORTCUT_IDS.flatMap((id) => {
      const chord: unknown = chosen.get(id)
      return typeof chord === 'string' && chord.length <= CHORD_LENGTH_MAX && !shortcut(id).isFixed ? [[id, chord]] : []
    }),
  )
}

/** What a shortcut is pressed by. */
export function chordsFor(id: ShortcutId, choice: KeyChoice): readonly Chord[] {
  const chosen = choice[id]
  if (chosen === undefined) return shortcut(id).keys
  return chosen === '' ? [] : [chosen]
}

/** Who else listens to a chord where `id` does: in the same part of the page, or on all of it. */
export function conflicts(id: ShortcutId, chord: Chord, choice: KeyChoice, isMac: boolean): ShortcutId[] {
  const wanted = normalChord(chord, isMac)
  const { scope } = shortcut(id)
  return SHORTCUT_IDS.filter((other) => {
    const its = shortcut(other).scope
    const meets = its === scope || its === 'global' || scope === 'global'
    return other !== id && meets && chordsFor(other, choice).some((each) => normalChord(each, isMac) === wanted)
  })
}

/** Whether the browser takes it before the page hears of it, so that it would never work. */
export function isBrowsers(chord: Chord, isMac: boolean): boolean {
  return BROWSERS.has(normalChord(chord, isMac))
}

const BROWSERS = new Set([
  ...['T', 'N', 'W', 'R', 'L', 'Q', 'Tab', 'Shift+Tab'].map((key) => `Mod+${key}`),
  ...['I', 'J', 'C', 'T', 'N', 'W'].map((key) => `Mod+Shift+${key}`),
  'F5',
  'F11',
  'F12',
  'Tab',
  'Shift+Tab',
  'Alt+F4',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
])
