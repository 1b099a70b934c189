import { say } from '../words/say.ts'
import { partsOf } from './chord.ts'
import type { Chord } from './chord.ts'

/** A chord key by key as keyboards print it: `Ctrl`, `Shift`, `K`; on a Mac `⇧`, `⌘`, `K`. */
export function keyCaps(chord: Chord, isMac: boolean): string[] {
  return partsOf(chord).map((part) => (isMac ? MAC_SIGNS[part] : undefined) ?? SIGNS[part] ?? named(part, isMac))
}

const MAC_SIGNS: Partial<Record<string, string>> = { Mod: '⌘', Meta: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
const SIGNS: Partial<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function named(part: string, isMac: boolean): string {
  switch (part) {
    case 'Mod':
    case 'Ctrl':
      return say('keys.cap.ctrl')
    case 'Shift':
      return say('keys.cap.shift')
    case 'Escape':
      return say('keys.cap.escape')
    case 'Space':
      return say('keys.cap.space')
    case 'Enter':
      return isMac ? '↩' : say('keys.cap.enter')
    case 'PageUp':
      return say('keys.cap.pageUp')
    case 'PageDown':
      return say('keys.cap.pageDown')
    case 'Home':
      return say('keys.cap.home')
    case 'End':
      return say('keys.cap.end')
    case 'Backspace':
      return say('keys.cap.backspace')
    default:
      return part
  }
}
