import { isInCode } from './in-code.ts'

/** In a room of more people than this, a message to all of them is asked about before it is sent. */
export const EVERYONE_UNASKED_MAX = 20

const EVERYONE = /(?<![\p{L}\p{N}_@.-])@(?:all|here)(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}_-])/giu

/** Whether a text mentions everybody of its room. */
export function asksEveryone(text: string): boolean {
  return [...text.matchAll(EVERYONE)].some(({ index }) => !isInCode(text, index))
}
