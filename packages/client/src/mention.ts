import { EVERYBODY_NAMES, handlesIn } from '@natter/protocol'

/** Whether a text names a handle, or everybody, with an @: by the same rule as the server counts it. */
export function handleIsMentioned(text: string, handle: string): boolean {
  return handlesIn(text).some((name) => name === handle || EVERYBODY_NAMES.includes(name))
}
