import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SERVER_CORE } from './pin.ts'
import { peakResidentBytes, residentBytes } from './process.ts'
import type { InsideFigures } from './server-hook.ts'

const HOOK = fileURLToPath(new URL('./server-hook.ts', import.meta.url))
/** More arguments for the server's Node, such as `--cpu-prof`. */
const NODE_ARGS_VARIABLE = 'NATTER_BENCH_NODE_ARGS'

const NO_RATES = 'natter: no rates'

/** A Node process under test: where it listens, and what it costs. */
export class ServerProcess {
  readonly port: number
  readonly pid: number
  readonly #child: ChildProcess
  /** Of all that was read so far: what several readers share. */
  cpuMicros = 0

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.pid = child.pid ?? 0
    this.port = port
  }

  /** Starts it, on a core of its own if it is to be pinned, and waits for the line that names its address. */
  static async start(
    args: readonly string[],
    { isPinned, env = {} }: { isPinned: boolean; env?: Record<string, string> },
  ): Promise<ServerProcess> {
    const { [NODE_ARGS_VARIABLE]: more = '', ...inherited } = process.env
    const flags = ['--disable-warning=ExperimentalWarning', '--expose-gc', '--import', HOOK, ...more.split(' ')]
    const node = [process.execPath, ...flags.filter((flag) => flag !== ''), ...args]
    const [program = '', ...rest] = isPinned ? ['taskset', '-c', String(SERVER_CORE), ...node] : node
    const child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...inherited, ...env },
    })
    // A bench that ends in whatever way must not leave its servers behind.
    const kill = (): void => void child.kill('SIGKILL')
    // Before their folders are removed.
    process.prependListener('exit', kill)
    child.once('exit', () => process.off('exit', kill))
    passOn(child)
    return new ServerProcess(child, await portOf(child, args))
  }

  /** What it used since the last time it was asked. Answers once its event loop comes to it. */
  async read(): Promise<InsideFigures> {
    return this.#ask('read')
  }

  /** The same, after a collection of all garbage. */
  async collect(): Promise<InsideFigures> {
    return this.#ask('collect')
  }

  rssBytes(): number {
    return residentBytes(this.pid)
  }

  peakRssBytes(): number {
    return peakResidentBytes(this.pid)
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }

  async #ask(what: 'read' | 'collect'): Promise<InsideFigures> {
    const figures = await new Promise<InsideFigures>((resolve, reject) => {
      const ended = (): void => reject(new Error('The server under test has ended.'))
      this.#child.once('exit', ended)
      this.#child.once('message', (answer) => {
        this.#child.off('exit', ended)
        // The cast: the other end of this channel is `server-hook.ts`.
        resolve(answer as InsideFigures)
      })
      this.#child.send(what, (error) => {
        if (error !== null) reject(error)
      })
    })
    this.cpuMicros += figures.cpuMicros
    return figures
  }
}

/** What it complains of, but for what it says of every server that enforces no rates. */
function passOn({ stderr }: ChildProcess): void {
  if (stderr === null) return
  createInterface({ input: stderr }).on('line', (line) => {
    if (!line.startsWith(NO_RATES)) process.stderr.write(`${line}\n`)
  })
}

function portOf(child: ChildProcess, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code} before it was ready.`)))
    if (child.stdout === null) return reject(new Error('The server has no output.'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)
      if (found !== null) resolve(Number(found[1]))
    })
  })
}
