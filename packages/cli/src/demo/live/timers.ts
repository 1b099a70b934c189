/** Waits that can all be given up together. */
export interface Timers {
  after(ms: number, run: () => void): void
  stop(): void
}

export function createTimers(timer: (ms: number, run: () => void) => () => void): Timers {
  const cancels = new Set<() => void>()
  let isStopped = false
  return {
    after(ms, run) {
      if (isStopped) return
      const cancel = timer(ms, () => {
        cancels.delete(cancel)
        run()
      })
      cancels.add(cancel)
    },
    stop() {
      isStopped = true
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}
