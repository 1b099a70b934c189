import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** Clock ticks a second in /proc; fixed at 100 in every Linux that runs Node. */
const TICKS_PER_SECOND = 100

/** A process under test: its port, what it costs, and how to stop it. */
export interface Measured {
  port: number
  pid: number
  child: ChildProcess
}

/** Starts a Node process, pinned to one core where `taskset` is there, and waits for the line that names its address. */
export async function startMeasured(
  args: string[],
  options: { core: number | undefined; env?: Record<string, string> },
): Promise<Measured> {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...args]
  const command = options.core === undefined || !canPin() ? node : ['taskset', '-c', String(options.core), ...node]
  const [program = process.execPath, ...rest] = command
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...options.env } })
  // A bench that fails must not leave its servers behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code} before it was ready.`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)
      if (found !== null) resolve(Number(found[1]))
    })
  })
  return { port, pid: child.pid ?? 0, child }
}

export async function stopMeasured({ child }: Measured): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** User and system time of a process with all its threads, in microseconds. */
export function cpuMicros(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6
}

/** The same for each thread by name, to see where the time goes. */
export function cpuByThread(pid: number): Map<string, number> {
  const threads = new Map<string, number>()
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8')
    const fields = stat.split(') ')[1]?.split(' ') ?? []
    const micros = ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6
    threads.set(`${task} ${/\((.*)\)/.exec(stat)?.[1] ?? ''}`, micros)
  }
  return threads
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) * 1024
}

/** Keeps this process, the generator, off the core of the server under test. */
export function pinSelf(core: number): void {
  if (canPin()) spawnSync('taskset', ['-apc', String(core), String(process.pid)])
}

export function canPin(): boolean {
  return existsSync('/usr/bin/taskset') || existsSync('/bin/taskset')
}
