/** All that the program has of the world; `main.ts` takes it from the process, tests make their own. */
export interface Io {
  out: Output
  err: Output
  input: Input
  env: Readonly<Record<string, string | undefined>>
  homeFolder: string
  /** Aborts when the person or the system asks the program to end (SIGINT, SIGTERM) or nobody reads its output. */
  stop: AbortSignal
  /** Milliseconds since the epoch. */
  now: () => number
  /** Calls `run` once after `ms`; the result cancels it. */
  timer: (ms: number, run: () => void) => () => void
  /** IANA name, for the times shown to people. */
  timeZone: string
}

export interface Output {
  isTerminal: boolean
  /** Width of the terminal. */
  columns: number
  /** Resolves when the text was taken: waiting for it bounds what is held in memory. */
  write: (text: string) => Promise<void>
}

export interface Input {
  isTerminal: boolean
  chunks: AsyncIterable<Uint8Array>
  /** Asks on the terminal; a secret is not shown. Rejects where there is no terminal. */
  ask: (question: string, options?: { isSecret?: boolean }) => Promise<string>
}
