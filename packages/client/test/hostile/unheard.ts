import { settled } from '../world/virtual-time.ts'

/** Runs something and resolves with what was thrown or rejected meanwhile where nobody caught it. */
export async function unheardIn(task: () => Promise<void>): Promise<unknown[]> {
  const unheard: unknown[] = []
  const note = (error: unknown): void => void unheard.push(error)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  try {
    await task()
    await settled()
    return unheard
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
}
