/**
 * Keys pressed together, as they are written down: modifiers in the order Mod, Ctrl, Meta, Alt, Shift, then the key as
 * browsers name it: `Mod+Shift+K`, `Alt+ArrowUp`, `?`. `Mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export type Chord = string

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'isComposing'
> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

/**
 * What a press can mean, the likeliest first. Letters count by what they are, on layouts without Latin letters by where
 * they are; signs that need Shift count with and without it. None while an input method composes, and none with AltGr,
 * which writes signs.
 */
export function chordsOf(press: KeyPress, isMac: boolean): Chord[] {
  if (press.isComposing || press.getModifierState?.('AltGraph') === true) return []
  const names = keyNames(press, isMac)
  const before = modifiersOf(press, isMac)
  return names.flatMap((name) => {
    if (!press.shiftKey) return [before + name]
    const withShift = `${before}Shift+${name}`
    return isSign(name) ? [before + name, withShift] : [withShift]
  })
}

/** The same chord in one spelling: what is called Ctrl is Mod where there is no ⌘. */
export function normalChord(chord: Chord, isMac: boolean): Chord {
  return isMac ? chord : chord.replace(/(^|\+)Ctrl\+/, '$1Mod+')
}

/** Whether it writes a character when nothing listens: such keys belong to whoever types. */
export function isWriting(chord: Chord): boolean {
  const parts = partsOf(chord)
  const key = parts.at(-1) ?? ''
  const isHeld = parts.some((part) => part === 'Mod' || part === 'Ctrl' || part === 'Meta' || part === 'Alt')
  return !isHeld && (key.length === 1 || NAMED_WRITING.has(key))
}

/** `Mod+Shift++` into `Mod`, `Shift`, `+`. */
export function partsOf(chord: Chord): string[] {
  const at = chord.length > 1 ? chord.lastIndexOf('+', chord.length - 2) : -1
  return at === -1 ? [chord] : [...chord.slice(0, at).split('+'), chord.slice(at + 1)]
}

const NAMED_WRITING = new Set(['Space', 'Enter', 'Tab', 'Backspace', 'Delete'])
const NO_KEYS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Dead', 'Process', 'Unidentified'])
const LATIN = /^[a-z0-9]$/i

function keyNames({ key, code, altKey, shiftKey }: KeyPress, isMac: boolean): string[] {
  const placed = placedName(code)
  if (LATIN.test(key)) return [key.toUpperCase()]
  // ⌥ writes signs on a Mac, so there the place counts.
  if (placed !== undefined && LATIN.test(placed) && (isForeign(key) || (isMac && altKey))) return [placed]
  if (NO_KEYS.has(key)) return []
  const name = key === ' ' ? 'Space' : key
  return shiftKey && placed !== undefined && !LATIN.test(placed) && placed !== name ? [name, placed] : [name]
}

/** What is on that key of a keyboard for English. */
function placedName(code: string): string | undefined {
  const [, latin] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? []
  return latin ?? (code === 'Backslash' ? '\\' : undefined)
}

function isForeign(key: string): boolean {
  return key.length === 1 && key > '\u007f'
}

function isSign(name: string): boolean {
  return name.length === 1 && !LATIN.test(name)
}

function modifiersOf({ ctrlKey, metaKey, altKey }: KeyPress, isMac: boolean): string {
  const isMod = isMac ? metaKey : ctrlKey
  const isOther = isMac ? ctrlKey : metaKey
  return `${isMod ? 'Mod+' : ''}${isOther ? (isMac ? 'Ctrl+' : 'Meta+') : ''}${altKey ? 'Alt+' : ''}`
}
