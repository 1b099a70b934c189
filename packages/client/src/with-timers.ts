import type { Environment } from './environment.ts'

/** The same environment, whose timers can all be ended at once. */
export function withTimers(environment: Environment): { environment: Environment; clearTimers: () => void } {
  const cancels = new Set<() => void>()
  const setTimer: Environment['setTimer'] = (delayMs, task) => {
    const cancel = environment.setTimer(delayMs, () => {
      cancels.delete(cancel)
      task()
    })
    cancels.add(cancel)
    return () => {
      cancels.delete(cancel)
      cancel()
    }
  }
  return {
    environment: { ...environment, setTimer },
    clearTimers() {
      for (const cancel of cancels) cancel()
    },
  }
}
