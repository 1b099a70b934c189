import { addressPayloads } from './addresses.ts'
import { elementPayloads } from './elements.ts'
import { MARKUP, UNICODE } from './markup.ts'
import { BREAK_OUTS, MUTATIONS, STYLES_AND_IDS, TEMPLATES } from './mutations.ts'

/**
 * Texts that would show themselves if anything took them for more than text: by a call of `canary`, by an element or an
 * attribute of their own, or by a request to evil.example.
 */
export const CORPUS: readonly string[] = [
  ...new Set([
    ...elementPayloads(),
    ...MUTATIONS,
    ...BREAK_OUTS,
    ...STYLES_AND_IDS,
    ...TEMPLATES,
    ...MARKUP,
    ...UNICODE,
    ...addressPayloads(),
  ]),
]

const NAME_POINTS_MAX = 50

/** Those that a name or a topic can be: one line of few characters, with something to see, and nothing at its ends that is cut off. */
export function namesOf(payloads: readonly string[], pointsMax = NAME_POINTS_MAX): string[] {
  return payloads.filter(
    (each) =>
      Array.from(each).length <= pointsMax &&
      !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(each) &&
      each === each.trim(),
  )
}

/** Every `step`th, for places where each text costs a second. */
export function someOf(payloads: readonly string[], step: number): string[] {
  return payloads.filter((_, index) => index % step === 0)
}
