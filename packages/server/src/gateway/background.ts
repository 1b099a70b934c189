import type { Log } from '../ports/log.ts'

/** Takes a promise that nobody awaits: its failure is logged, never lost and never fatal. */
export type Background = (task: Promise<unknown>, what: string) => void

export function backgroundTo(log: Log): Background {
  return (task, what) => {
    task.catch((error: unknown) => log.error('A background task failed.', { what, error }))
  }
}

/** The listener for those who call it and look no further, a bus or a timer: what it throws is logged and not fatal. */
export function guarded<Args extends unknown[]>(
  log: Log,
  what: string,
  listener: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      listener(...args)
    } catch (error) {
      log.error('A listener failed.', { what, error })
    }
  }
}
