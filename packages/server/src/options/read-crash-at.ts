import { CRASH_LABELS } from '../ports/crashpoint.ts'
import type { CrashAt } from '../ports/crashpoint.ts'

/** Not a setting: only tests of what survives a crash may set it. */
export const CRASH_AT = 'NATTER_TEST_CRASH_AT'

/** `before-ack:3`: the third time that an answer is about to go out. Undefined: nothing of it was said. */
export function readCrashAt(env: Record<string, string | undefined>): CrashAt | { problem: string } | undefined {
  const text = env[CRASH_AT] ?? ''
  if (text === '') return undefined
  if (env['NODE_ENV'] !== 'test')
    return {
      problem: `${CRASH_AT} ends the server on purpose and is for tests alone: it needs NODE_ENV=test. Unset it.`,
    }
  const [name, times = '1'] = text.split(':', 2)
  const label = CRASH_LABELS.find((each) => each === name)
  if (label === undefined || !/^[1-9]\d{0,8}$/.test(times)) {
    const got = JSON.stringify(text.slice(0, 100))
    return {
      problem: `${CRASH_AT} must be <step> or <step>:<nth> with a step of ${CRASH_LABELS.join(', ')}, got ${got}.`,
    }
  }
  return { label, nth: Number(times) }
}
