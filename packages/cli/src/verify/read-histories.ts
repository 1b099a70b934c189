import { createReadStream } from 'node:fs'
import { consequencesOf, VIOLATIONS_KEPT_MAX } from '@natter/protocol/history'
import type { Consequences, HistoryRule, Verdict, Violation } from '@natter/protocol/history'
import { parseHistoryLine } from '@natter/protocol/schemas'
import type { HistoryLine } from '@natter/protocol/schemas'
import { CliError, EXIT } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { readLines } from '../read-input.ts'
import { OneHistory } from './one-history.ts'
import type { Extent } from './one-history.ts'

/** Broken lines that are named; the rest is counted. */
const BROKEN_SHOWN_MAX = 10

/** What histories came to, all together. */
export interface Findings extends Extent, Omit<Verdict, 'violations'>, Consequences {
  histories: number
  /** At most `VIOLATIONS_KEPT_MAX`. `file`: that of the lines. */
  violations: (Violation & { file: string })[]
}

/** Reads histories line by line, in one pass; rejects where something cannot be read. */
export async function readHistories(io: Io, paths: readonly string[]): Promise<Findings> {
  const reading = new Reading()
  for (const [file, path] of paths.entries()) {
    const name = path === '-' ? 'standard input' : path
    let number = 0
    try {
      for await (const line of linesOf(io, path)) {
        number++
        if (line.trim() !== '') reading.take(parseHistoryLine(line), { file, name, number })
      }
    } catch (error) {
      throw unreadable(error, name)
    }
  }
  return reading.findings()
}

function linesOf(io: Io, path: string): AsyncIterable<string> {
  return path === '-' ? readLines(io) : readLines(io, { name: path, chunks: createReadStream(path) })
}

interface Place {
  /** Which of the files. */
  file: number
  name: string
  number: number
}

/** Lines of files. A file that begins with logs, behind lines of clients in another, begins another history. */
class Reading {
  readonly #broken: string[] = []
  #brokenCount = 0
  #current = new OneHistory()
  /** Where the last line of a client came from. */
  #last: Pick<Place, 'file' | 'name'> = { file: 0, name: '' }
  readonly #findings: Omit<Findings, keyof Consequences> = {
    histories: 0,
    lines: 0,
    clients: 0,
    rooms: 0,
    rows: 0,
    acked: 0,
    received: 0,
    counts: {},
    violations: [],
  }

  take(line: HistoryLine, place: Place): void {
    if (line === 'passedOver') return
    if ('broken' in line) return this.#breaks(place, line.broken)
    if ('record' in line) {
      this.#last = place
      const why = this.#current.check(line.record)
      return why === undefined ? undefined : this.#breaks(place, why)
    }
    if (this.#current.isUnderWay && this.#last.file === place.file)
      return this.#breaks(place, 'the logs come before the lines of clients')
    if (this.#current.isUnderWay) this.#finish()
    this.#current.addToLogs(line)
  }

  #breaks({ name, number }: Place, why: string): void {
    this.#brokenCount++
    if (this.#broken.length < BROKEN_SHOWN_MAX) this.#broken.push(`${name}:${number}: ${why}`)
  }

  /** Adds what the current history came to, and begins another. */
  #finish(): void {
    const { violations, counts, ...numbers } = this.#current.finish()
    const sum = this.#findings
    sum.histories++
    // The casts: the keys of a record are its keys.
    for (const key of Object.keys(numbers) as (keyof typeof numbers)[]) sum[key] += numbers[key]
    sum.counts = added(sum.counts, counts)
    const room = VIOLATIONS_KEPT_MAX - sum.violations.length
    sum.violations.push(...violations.slice(0, room).map((each) => ({ ...each, file: this.#last.name })))
    this.#current = new OneHistory()
  }

  findings(): Findings {
    const more = this.#brokenCount - this.#broken.length
    const sentences = more > 0 ? [...this.#broken, `and ${more} more`] : this.#broken
    if (sentences.length > 0) throw new CliError(EXIT.usage, 'unreadable', `${sentences.join('; ')}.`)
    if (!this.#current.isEmpty) this.#finish()
    if (this.#findings.histories === 0) throw new CliError(EXIT.usage, 'unreadable', 'There is no history in this.')
    return { ...this.#findings, ...consequencesOf(this.#findings.counts) }
  }
}

type Counts = Readonly<Partial<Record<HistoryRule, number>>>

function added(some: Counts, others: Counts): Counts {
  const sum: Partial<Record<HistoryRule, number>> = { ...some }
  for (const [rule, count] of Object.entries(others) as [HistoryRule, number][]) sum[rule] = (sum[rule] ?? 0) + count
  return sum
}

function unreadable(error: unknown, name: string): unknown {
  if (error instanceof CliError && error.code !== 'interrupted')
    return new CliError(EXIT.usage, 'unreadable', error.message)
  if (error instanceof Error && 'syscall' in error)
    return new CliError(EXIT.usage, 'unreadable', `${name} cannot be read: ${error.message}`)
  return error
}
