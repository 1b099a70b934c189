import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const SERVE_PAGE = fileURLToPath(new URL('serve-page.ts', import.meta.url))
const DATA_PREFIX = 'natter-web-'

/** A real server in a process of its own, on a data folder of its own. */
export interface ServerProcess {
  readonly url: string
  /** Where its data is. */
  readonly folder: string
  /** The hardest end: SIGKILL. */
  kill(): Promise<void>
  /** Starts it again, on the same port and data. */
  start(): Promise<void>
  /** Ends it for good and deletes its data. */
  stop(): Promise<void>
}

/** Starts a server and waits until it says where it listens. `page`: a folder with another page than the one that was built. */
export async function startServerProcess(settings: Record<string, string> = {}, page?: string): Promise<ServerProcess> {
  const data = await mkdtemp(join(tmpdir(), DATA_PREFIX))
  const start = (port: string): ReturnType<typeof run> =>
    run(
      page === undefined ? [CLI, 'serve', '--port', port, '--data', data, '--json'] : [SERVE_PAGE, page, data, port],
      settings,
    )
  let running = await start('0')
  const { url } = running
  const kill = async (): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    const exited = once(running.child, 'exit')
    running.child.kill('SIGKILL')
    await exited
  }
  return {
    url,
    folder: data,
    kill,
    start: async () => {
      running = await start(new URL(url).port)
    },
    stop: async () => {
      await kill()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function run(args: string[], settings: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NATTER_NAME: 'Old Town', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${String(code)} before it was ready:\n${said.join('\n')}`)
    }),
  ])
  const { url } = JSON.parse(String(line[0])) as { url: string }
  return { child, url }
}
