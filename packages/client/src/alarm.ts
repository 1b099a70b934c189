import type { Environment } from './environment.ts'

/** One timer for one task. */
export interface Alarm {
  readonly isSet: boolean
  /** Runs the task in `delayMs`, unless it is to be run already. */
  set(delayMs: number): void
  clear(): void
}

export function createAlarm(environment: Environment, task: () => void): Alarm {
  let cancel: (() => void) | undefined
  return {
    get isSet() {
      return cancel !== undefined
    },
    set(delayMs) {
      cancel ??= environment.setTimer(delayMs, () => {
        cancel = undefined
        task()
      })
    },
    clear() {
      cancel?.()
      cancel = undefined
    },
  }
}
