import { spawn } from 'node:child_process'
import type { World } from '../world.ts'

/** Looks at, or meddles with, the system calls of all threads of a process until `detach`. */
export interface Tracing {
  /** Resolves when the process runs free again. */
  detach: () => Promise<void>
}

/** Resolves once every thread is being traced; `args` say what is traced, and what is done to it. */
export async function attachStrace(world: World, pid: number, args: string[]): Promise<Tracing> {
  const strace = spawn('strace', ['-f', '-p', String(pid), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => strace.once('exit', () => resolve()))
  const detach = async (): Promise<void> => {
    if (strace.exitCode === null && strace.signalCode === null) strace.kill('SIGINT')
    await gone
  }
  world.after(detach)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    strace.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000)
      if (said.includes('attached')) resolve()
    })
    strace.once('error', reject)
    void gone.then(() => reject(new Error(`strace ended: ${said}`)))
  })
  return { detach }
}
