import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'
import { interrupted } from './wait-for.ts'

/** More than any message may have: beyond it the input is not a message. */
const WHOLE_CHARACTERS_MAX = 1_000_000
const LINE_CHARACTERS_MAX = 1_000_000
const STDIN = 'Standard input'

/** All of standard input as one text, without the line break at its end. */
export async function readWhole(io: Io): Promise<string> {
  let text = ''
  for await (const part of texts(io, { name: STDIN, chunks: io.input.chunks })) {
    text += part
    if (text.length > WHOLE_CHARACTERS_MAX) throw tooLong(STDIN)
  }
  return text.replace(/\r?\n$/, '')
}

/** Where lines come from, and what it is called in errors. */
export interface LineSource {
  name: string
  chunks: AsyncIterable<Uint8Array>
}

/** Standard input, or another source, line by line, without the line breaks. */
export async function* readLines(io: Io, source?: LineSource): AsyncGenerator<string, void> {
  const { name, chunks } = source ?? { name: STDIN, chunks: io.input.chunks }
  let rest = ''
  for await (const part of texts(io, { name, chunks })) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
    if (rest.length > LINE_CHARACTERS_MAX)
      throw tooLong(source === undefined ? 'A line of standard input' : `A line of ${name}`)
  }
  if (rest !== '') yield rest
}

async function* texts(io: Io, { name, chunks }: LineSource): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of untilStopped(io, chunks)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CliError(EXIT.failure, 'bad_request', `${name} is not UTF-8 text.`)
  }
}

/** Somebody who stops the program is not kept waiting for more input. */
async function* untilStopped({ stop }: Io, input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const chunks = input[Symbol.asyncIterator]()
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(interrupted())
  stopped.catch(() => undefined)
  stop.addEventListener('abort', abort)
  try {
    if (stop.aborted) throw interrupted()
    for (;;) {
      const next = await Promise.race([chunks.next(), stopped])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    stop.removeEventListener('abort', abort)
  }
}

function tooLong(what: string): CliError {
  return new CliError(EXIT.failure, 'too_large', `${what} is far too long.`)
}
