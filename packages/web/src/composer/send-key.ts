import { keptChoice } from '../app/kept-choice.ts'
import type { ChoiceStorage, KeptChoice } from '../app/kept-choice.ts'

export const SEND_KEYS = ['enter', 'mod+enter'] as const
export type SendKey = (typeof SEND_KEYS)[number]

export interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
  keyCode: number
}

/** Safari ends a composition with a key that is not marked as one but carries this code. */
const COMPOSITION_KEY_CODE = 229

/** Whether a key belongs to an IME in the middle of a word. Such a key is nobody else's. */
export function isOfComposition({ isComposing, keyCode }: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === COMPOSITION_KEY_CODE
}

/**
 * What Enter means where one writes. With Ctrl or Cmd it always sends. Alone it sends unless it was chosen not to, and never on a
 * touch keyboard, which has a button for that; otherwise, and with Shift, it makes a line. Undefined: it is not for us.
 */
export function enterMeans(key: Key, { sendKey, isTouch }: EnterSetting): 'send' | 'line' | 'shiftedLine' | undefined {
  if (key.key !== 'Enter' || key.altKey || isOfComposition(key)) return undefined
  if (key.ctrlKey || key.metaKey) return 'send'
  if (key.shiftKey) return 'shiftedLine'
  return sendKey === 'enter' && !isTouch ? 'send' : 'line'
}

export interface EnterSetting {
  sendKey: SendKey
  isTouch: boolean
}

/** Which key sends, on this device. */
export type SendKeyChoice = KeptChoice<SendKey>

/** The choice as this browser keeps it; Enter without one, or without storage. */
export function createSendKeyChoice(
  storage: ChoiceStorage | undefined,
  tabs?: Pick<Window, 'addEventListener'>,
): SendKeyChoice {
  return keptChoice<SendKey>({ name: 'send-key', values: SEND_KEYS, storage, tabs })
}
