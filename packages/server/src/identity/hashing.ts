import { Worker } from 'node:worker_threads'
import type { Ports } from '../ports/ports.ts'
import type { HashingAnswer, HashingTask } from './hashing-thread.ts'

const SCRIPT = new URL('hashing-thread.ts', import.meta.url)
/** A thread that has had nothing to do for so long gives its memory back. */
const IDLE_MS = 30_000

/**
 * Hashes in a thread that begins with the first task and ends when it is idle; one task at a time. Rejects what the thread
 * cannot say, and what it was about when it died: the next task begins another.
 */
export function createHashing({
  clock,
  log,
}: Pick<Ports, 'clock' | 'log'>): (task: HashingTask) => Promise<string | boolean> {
  let worker: Worker | undefined
  let cancelEnd: (() => void) | undefined

  function begin(): Worker {
    // Without the flags of the process, of which some are about its own script.
    const begun = new Worker(SCRIPT, { execArgv: [] })
    begun.on('error', (error: unknown) => {
      log.error('The thread that hashes passwords failed.', {
        detail: error instanceof Error ? error.stack : String(error),
      })
    })
    begun.once('exit', () => {
      if (worker === begun) worker = undefined
    })
    return begun
  }

  function rest(): void {
    worker?.unref()
    cancelEnd = clock.timer(IDLE_MS, () => {
      void worker?.terminate()
      worker = undefined
    })
  }

  return async (task) => {
    cancelEnd?.()
    const busy = (worker ??= begin())
    busy.ref()
    const { promise, resolve, reject } = Promise.withResolvers<HashingAnswer>()
    const died = (): void => reject(new Error('The thread that hashes passwords has ended.'))
    busy.once('message', resolve).once('error', reject).once('exit', died)
    busy.postMessage(task)
    try {
      const answer = await promise
      if ('failed' in answer) throw new Error(answer.failed)
      return answer.ok
    } finally {
      busy.off('message', resolve).off('error', reject).off('exit', died)
      rest()
    }
  }
}
