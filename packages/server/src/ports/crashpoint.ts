/** The steps of a write at which the process can be made to end, in their order. */
export const CRASH_LABELS = [
  'parsed',
  'permitted',
  'before-commit',
  'after-commit',
  'before-publish',
  'after-publish',
  'before-ack',
] as const

export type CrashLabel = (typeof CRASH_LABELS)[number]

/** Where to end: at the `nth` time that the step is reached. */
export interface CrashAt {
  label: CrashLabel
  nth: number
}

/** A step of a write. Does nothing, unless a test has armed this thread: then it is where the process ends, as if by kill -9. */
export let crashpoint: (label: CrashLabel) => void = () => undefined

/** Arms this thread; every step is reached in one thread only, so those of all threads can be armed alike. */
export function armCrashpoint({ label, nth }: CrashAt): void {
  let left = nth
  crashpoint = (reached) => {
    if (reached === label && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
