import type { View } from '@natter/client'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

/** The value of a view once it passes the test; undefined after `timeoutMs`. Rejects when the program is asked to end. */
export function waitFor<T>(
  io: Io,
  view: View<T>,
  test: (value: T) => boolean,
  timeoutMs?: number,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const release: (() => void)[] = []
    const end = (finish: () => void): void => {
      for (const each of release.splice(0)) each()
      finish()
    }
    const stopped = (): void => end(() => reject(interrupted()))
    const look = (value: T): void => {
      if (test(value)) end(() => resolve(value))
    }
    io.stop.addEventListener('abort', stopped)
    release.push(() => io.stop.removeEventListener('abort', stopped), view.subscribe(look))
    if (timeoutMs !== undefined) release.push(io.timer(timeoutMs, () => end(() => resolve(undefined))))
    if (io.stop.aborted) stopped()
    else look(view.value)
  })
}

/** The person ended the program before it was done. */
export function interrupted(): CliError {
  return new CliError(EXIT.failure, 'interrupted', 'Interrupted.')
}
