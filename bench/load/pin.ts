import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The server under test has the first core, the generator the second. */
export const SERVER_CORE = 0
const GENERATOR_CORE = 1

/** Whether there are two cores, and the program that binds processes to them. */
export function canPin(): boolean {
  return availableCores > 1 && (existsSync('/usr/bin/taskset') || existsSync('/bin/taskset'))
}

// Read before this process is pinned: afterwards it says one.
const availableCores = availableParallelism()

/** Keeps this process, the generator, off the server's core until the result is disposed of. */
export function pinGenerator(): Disposable {
  const pin = (cores: string): void =>
    void spawnSync('taskset', ['-apc', cores, String(process.pid)], { stdio: 'ignore' })
  pin(String(GENERATOR_CORE))
  return { [Symbol.dispose]: () => pin(`0-${availableCores - 1}`) }
}
