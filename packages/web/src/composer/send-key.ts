export interface Key {
  key: string
  shiftKey: boolean
  isComposing: boolean
  keyCode: number
}

/** Safari ends a composition with a key that is not marked as one but carries this code. */
const COMPOSITION_KEY_CODE = 229

/** Whether a key in the composer sends: Enter, but not with Shift, not on a touch keyboard, and never in the middle of an IME's word. */
export function isSendKey({ key, shiftKey, isComposing, keyCode }: Key, isTouch: boolean): boolean {
  return key === 'Enter' && !shiftKey && !isTouch && !isComposing && keyCode !== COMPOSITION_KEY_CODE
}
