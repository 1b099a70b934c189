import { fork } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerProcess } from './server-process.ts'

const PROGRAM = fileURLToPath(new URL('serve-many.ts', import.meta.url))
const DATA_PREFIX = 'natter-web-'

export interface HostQuestion {
  kind: 'start' | 'stop'
  /** Where the data is, which no other server has. */
  folder: string
  settings: Record<string, string>
}

export type HostAnswer = { folder: string; url: string } | { folder: string; failure: string }

/** A process that keeps servers: a new one is there in a few milliseconds. */
export interface ServerHost {
  start(settings: Record<string, string>): Promise<ServerProcess>
  end(): void
}

export function startServerHost(): ServerHost {
  const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<string, PromiseWithResolvers<string>>()
  child.on('message', (answer: HostAnswer) => {
    const asked = waiting.get(answer.folder)
    waiting.delete(answer.folder)
    if ('url' in answer) asked?.resolve(answer.url)
    else asked?.reject(new Error(answer.failure))
  })
  child.on('exit', (code) => {
    for (const asked of waiting.values()) asked.reject(new Error(`The host of the servers ended with ${String(code)}.`))
    waiting.clear()
  })
  const ask = (question: HostQuestion): Promise<string> => {
    const asked = Promise.withResolvers<string>()
    waiting.set(question.folder, asked)
    child.send(question)
    return asked.promise
  }
  return {
    start: async (settings) => {
      const folder = await mkdtemp(join(tmpdir(), DATA_PREFIX))
      const url = await ask({ kind: 'start', folder, settings })
      return {
        url,
        folder,
        kill: lives,
        start: lives,
        stop: async () => void (await ask({ kind: 'stop', folder, settings: {} })),
      }
    },
    end: () => child.disconnect(),
  }
}

function lives(): Promise<never> {
  return Promise.reject(new Error('This server shares its process with others: test.use({ isMortal: true }).'))
}
