import { isolate } from './isolate.ts'
import { language } from './say.ts'

/** `@ana`, which stays one also where lines run from right to left. */
export function atHandle(handle: string): string {
  return isolate(`@${handle}`, language.value.direction)
}
