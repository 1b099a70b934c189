import { setTimeout as startTimer, clearTimeout } from 'node:timers'
import type { Io } from '../src/io.ts'

export interface FakeIo extends Io {
  /** What was written so far. */
  said: { out: string; err: string }
  /** Ends the program as Ctrl-C does. */
  interrupt: () => void
  /** Resolves when standard output (or error) passes the test. */
  until: (test: (said: { out: string; err: string }) => boolean) => Promise<void>
}

export interface FakeIoOptions {
  env?: Record<string, string>
  homeFolder?: string
  /** Standard input; each text a chunk. */
  input?: AsyncIterable<Uint8Array> | Iterable<string>
  /** Answers to questions in the order they are asked; makes standard input a terminal. */
  answers?: string[]
  /** Whether standard output and error are a terminal; 'err': standard error alone. */
  isTerminal?: boolean | 'err'
  columns?: number
}

/** The world of one run of the program, kept in memory; time is real. */
export function fakeIo(options: FakeIoOptions = {}): FakeIo {
  const said = { out: '', err: '' }
  const listeners = new Set<() => void>()
  const stop = new AbortController()
  const output = (name: 'out' | 'err'): Io['out'] => ({
    isTerminal: options.isTerminal === true || options.isTerminal === name,
    columns: options.columns ?? 80,
    write: (text) => {
      said[name] += text
      for (const listener of listeners) listener()
      return Promise.resolve()
    },
  })
  const answers = [...(options.answers ?? [])]
  return {
    said,
    out: output('out'),
    err: output('err'),
    input: {
      isTerminal: options.answers !== undefined,
      chunks: chunksOf(options.input ?? []),
      ask: (question) => {
        said.err += question
        const answer = answers.shift()
        return answer === undefined
          ? Promise.reject(new Error(`nobody answers "${question}"`))
          : Promise.resolve(answer)
      },
    },
    env: { ...options.env },
    homeFolder: options.homeFolder ?? '/nonexistent',
    stop: stop.signal,
    now: () => Date.now(),
    timer: (ms, run) => {
      const timer = startTimer(run, ms)
      return () => clearTimeout(timer)
    },
    timeZone: 'UTC',
    interrupt: () => stop.abort('SIGINT'),
    until: (test) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!test(said)) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
  }
}

async function* chunksOf(input: AsyncIterable<Uint8Array> | Iterable<string>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of input) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}
