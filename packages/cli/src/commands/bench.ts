import { Command, InvalidArgumentError } from 'commander'
import type { runBench } from '../../../../bench/run-bench.ts'
import { BENCH_UNITS } from '../bench-units.ts'
import type { BenchUnitName } from '../bench-units.ts'
import { CliError, EXIT, usageError } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { helpAfter } from '../place-command.ts'
import { interrupted } from '../wait-for.ts'
import { wholeNumber } from '../whole-number.ts'

const SIZE_MAX = 100_000_000
const SEED_MAX = 2 ** 31

interface Usual {
  seconds: number
  warmUp: number
}

/** With and without `--full`. */
const USUAL: { quick: Usual; full: Usual } = { quick: { seconds: 3, warmUp: 1 }, full: { seconds: 30, warmUp: 5 } }

interface BenchFlags {
  full?: true
  rounds: number
  seconds?: number
  warmUp?: number
  sizes?: number[]
  unpinned?: true
  seed: number
  out?: string
  compare?: string
  markdown?: true
  json?: true
}

export function benchCommand(io: Io): Command {
  return new Command('bench')
    .description('Measure what a server costs on this machine, and count what it loses')
    .argument('[units...]', 'work units, by id or name (default: all of them, about ten minutes)')
    .option('--full', 'large sizes, steps of 30 s: hours on a quiet machine')
    .option('--rounds <n>', 'rounds of what is measured side by side', wholeNumber(1, 1_000), 5)
    .option('--seconds <n>', 'length of a step in the open loop (default: 3; 30 with --full)', wholeNumber(1, 86_400))
    .option('--warm-up <n>', 'seconds before anything counts (default: 1; 5 with --full)', wholeNumber(0, 3_600))
    .option('--sizes <n,n>', 'sizes of one unit instead of its usual ones', sizes)
    .option('--unpinned', 'let server and generator share all cores')
    .option('--seed <n>', 'of all that is random', wholeNumber(0, SEED_MAX), 1)
    .option('--out <file>', 'write the result there as JSON, with all histograms')
    .option('--compare <file>', 'hold it against an older result')
    .option('--markdown', 'print tables as bench/README.md has them')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', AFTER)
    .action(async (units: string[], flags: BenchFlags) => {
      const names = units.map(unitNamed)
      if (flags.sizes !== undefined && names.length !== 1) throw usageError('--sizes goes with one work unit.')
      await bench(io, names, flags)
    })
}

async function bench(io: Io, units: BenchUnitName[], flags: BenchFlags): Promise<void> {
  const usual = flags.full === true ? USUAL.full : USUAL.quick
  const loaded = await loadBench()
  const running = loaded.runBench(
    {
      units,
      scale: {
        isFull: flags.full === true,
        rounds: flags.rounds,
        seconds: flags.seconds ?? usual.seconds,
        warmUpSeconds: flags.warmUp ?? usual.warmUp,
        sizes: flags.sizes,
        isPinned: flags.unpinned !== true,
        seed: flags.seed,
      },
      form: flags.json === true ? 'json' : flags.markdown === true ? 'markdown' : 'text',
      out: flags.out,
      compare: flags.compare,
    },
    io,
  )
  demandNone(await Promise.race([running, untilInterrupted(io.stop)]))
}

/** Figures of a server that was quick because it lost something are worth nothing. */
export function demandNone(faults: Readonly<Record<string, number>>): void {
  const found = Object.entries(faults).filter(([, count]) => count > 0)
  if (found.length === 0) return
  const said = found.map(([name, count]) => `${count} ${name}`).join(', ')
  throw new CliError(EXIT.failure, 'invalid_run', `This run is invalid, none of its figures counts: ${said}.`)
}

/** The code of the bench lies beside the packages, where people work on it; only a clone has it. */
async function loadBench(): Promise<{ runBench: typeof runBench }> {
  try {
    return await import('../../../../bench/run-bench.ts')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new CliError(
      EXIT.failure,
      'no_bench',
      'natter bench needs a clone of the repository: it runs what is in bench/.',
    )
  }
}

function untilInterrupted(stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(interrupted())
    if (stop.aborted) end()
    else stop.addEventListener('abort', end, { once: true })
  })
}

function unitNamed(text: string): BenchUnitName {
  const found = BENCH_UNITS.find(({ id, name }) => name === text || id === text.toUpperCase())
  if (found !== undefined) return found.name
  const known = BENCH_UNITS.map(({ id, name }) => `${id} ${name}`).join(', ')
  throw usageError(`There is no work unit "${text}". Known: ${known}.`)
}

function sizes(text: string): number[] {
  const read = wholeNumber(1, SIZE_MAX)
  const found = text.split(',').map(read)
  if (new Set(found).size < found.length) throw new InvalidArgumentError('A size stands there twice.')
  return found
}

const UNIT_LINES = BENCH_UNITS.map(
  ({ id, name, says, size }) => `  ${id} ${name.padEnd(15)} ${says}\n${''.padEnd(22)}(--sizes: ${size})\n`,
).join('')

const AFTER = `
Work units:
${UNIT_LINES}
Servers are started for the purpose, on SQLite in a folder that is removed at the end. Where it
applies, a bare "ws" server is measured beside them. Anything lost, doubled, reordered or refused
makes the run invalid: exit code 1. Latency counts from when a message was due, also while the
server does not answer.
${helpAfter(
  [
    'natter bench',
    'natter bench fan-out --sizes 1000,5000',
    'natter bench --out before.json',
    'natter bench sends --compare before.json',
    'natter bench --full --markdown',
  ],
  '{"format","at","machine","flags","units":[{"id","name","seconds","tables","histograms",',
  ' "warnings","faults"}]}',
)}`
