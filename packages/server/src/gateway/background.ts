import type { Log } from '../ports/log.ts'

/** Takes a promise that nobody awaits: its failure is logged, never lost and never fatal. */
export type Background = (task: Promise<void>, what: string) => void

export function backgroundTo(log: Log): Background {
  return (task, what) => {
    task.catch((error: unknown) => log.error('A background task failed.', { what, error }))
  }
}
