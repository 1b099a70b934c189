import { CommanderError } from 'commander'
import { CliError, EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { escapeText } from './output/escape.ts'
import { jsonLine } from './output/json.ts'
import { styleFor } from './output/style.ts'
import { program } from './program.ts'
import { interrupted } from './wait-for.ts'

/** Runs one command line (without the program's own name) and answers with what to exit with. Never rejects. */
export async function run(io: Io, argv: readonly string[]): Promise<ExitCode> {
  try {
    await program(io).parseAsync(argv, { from: 'user' })
    return EXIT.ok
  } catch (error) {
    // Commander has said what is wrong already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const { exitCode, code, message } = asCliError(error)
    if (io.stop.reason === OUTPUT_CLOSED) return EXIT.ok
    await io.err.write(
      isJson(argv)
        ? jsonLine({ error: { code, message } })
        : `${styleFor(io.err, io.env).red('natter:')} ${escapeText(message)}\n`,
    )
    return exitCode
  }
}

/** Why `stop` aborted: whoever read the output (`head`, a closed window) has gone, which is no failure. */
export const OUTPUT_CLOSED = 'nobody reads the output'

function isJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? undefined : end).includes('--json')
}

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error
  // Ctrl-C or Ctrl-D at a question.
  if (error instanceof Error && error.name === 'AbortError') return interrupted()
  if (!(error instanceof Error)) return new CliError(EXIT.failure, 'internal', String(error))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'internal'
  if (error.name === 'NatterError') return new CliError(exitCodeOf(code), code, error.message)
  // A fault of ours or of the machine: the place in the code helps those who report it.
  return new CliError(EXIT.failure, code, code === 'internal' ? (error.stack ?? error.message) : error.message)
}

function exitCodeOf(code: string): ExitCode {
  if (code === 'network') return EXIT.unreachable
  return code === 'unauthorized' ? EXIT.notSignedIn : EXIT.failure
}
