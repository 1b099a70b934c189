#!/usr/bin/env node
import { homedir } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { isatty } from 'node:tty'
import { EXIT } from './exit-code.ts'
import type { Input, Output } from './io.ts'
import { OUTPUT_CLOSED, run } from './run.ts'

const COLUMNS_DEFAULT = 80

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Asked a second time: whatever ending in good order waits for, the person does not.
    if (stop.signal.aborted) process.exit(EXIT.failure)
    stop.abort(signal)
  })
}

process.exitCode = await run(
  {
    out: outputOf(process.stdout, 1),
    err: outputOf(process.stderr, 2),
    input: inputOf(process.stdin, 0),
    env: process.env,
    homeFolder: homedir(),
    stop: stop.signal,
    now: () => Date.now(),
    timer: (ms, task) => {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  process.argv.slice(2),
)
// Whoever is still typing into the other end of a pipe must not keep a finished program alive.
process.stdin.destroy()

function outputOf(stream: NodeJS.WriteStream, fd: number): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    stop.abort(OUTPUT_CLOSED)
  })
  return {
    isTerminal: isatty(fd),
    columns: stream.columns > 0 ? stream.columns : COLUMNS_DEFAULT,
    // The error of a write is the stream's `error` event, above.
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
  }
}

function inputOf(stream: NodeJS.ReadStream, fd: number): Input {
  return {
    isTerminal: isatty(fd),
    chunks: stream,
    ask: async (question, { isSecret = false } = {}) => {
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
      const lines = createInterface({ input: stream, output: isSecret ? silent : process.stderr, terminal: true })
      if (isSecret) process.stderr.write(question)
      try {
        return await lines.question(question)
      } finally {
        lines.close()
        if (isSecret) process.stderr.write('\n')
      }
    },
  }
}
