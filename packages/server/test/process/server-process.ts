import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url))
const READY = /^Natter is ready at (http:\/\/\S+)$/

/** A real `natter serve`, in a process of its own. */
export interface ServerProcess {
  url: string
  port: number
  process: ChildProcess
  /** kill -9; resolves when the process is gone. */
  kill: () => Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop: () => Promise<number | null>
}

export interface ServeOptions {
  dataFolder: string
  /** 0: any free one. */
  port?: number
  /** Settings, as `NATTER_…`. */
  env?: Record<string, string>
}

/** Starts the server and resolves when it says that it is ready; rejects with what it said when it ends before that. */
export async function serve({ dataFolder, port = 0, env = {} }: ServeOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [CLI, 'serve', '--data', dataFolder, '--port', String(port)], {
    env: { ...withoutSettings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-10_000)))
  const gone = once(child, 'exit').then(([code]) => code as number | null)
  const url = await Promise.race([readyUrl(child), gone.then((code) => `exit code ${code}`)])
  if (!url.startsWith('http')) throw new Error(`natter serve ended with ${url}: ${said}`)
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout === null) return
    // Read on after the line: a full pipe would stop the server.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = READY.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}

/** Whoever runs the tests may have settings of their own. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NATTER_')))
}
