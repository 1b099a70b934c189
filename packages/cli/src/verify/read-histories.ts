import { createReadStream } from 'node:fs'
import { consequencesOf, VIOLATIONS_KEPT_MAX } from '@natter/protocol/history'
import type { Consequences, FinalLog, HistoryRule, Verdict, Violation } from '@natter/protocol/history'
import { parseHistoryLine } from '@natter/protocol/schemas'
import type { HistoryLine } from '@natter/protocol/schemas'
import type { RoomId } from '@natter/protocol'
import { CliError, EXIT, usageError } from '../exit-code.ts'
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

/**
 * Reads histories line by line, in one pass; rejects where something cannot be read. `data`: the data folder that the logs
 * are taken from, for histories that are without; which rooms that are is read beforehand.
 */
export async function readHistories(io: Io, paths: readonly string[], data?: string): Promise<Findings> {
  const reading = new Reading(data === undefined ? undefined : await logsIn(data, await roomsIn(io, paths)))
  await eachLine(io, paths, (line, place) => reading.take(line, place))
  return reading.findings()
}

/** The rooms that the lines of clients are about. */
async function roomsIn(io: Io, paths: readonly string[]): Promise<Set<RoomId>> {
  if (paths.includes('-'))
    throw usageError('With --data the histories are read twice, and standard input can be read only once. Name a file.')
  const rooms = new Set<RoomId>()
  await eachLine(io, paths, (line) => {
    if (line !== 'passedOver' && 'record' in line) rooms.add(line.record.room)
  })
  return rooms
}

async function logsIn(data: string, rooms: Set<RoomId>): Promise<FinalLog[]> {
  try {
    // Loaded here: nothing else of this needs a database.
    const { readFinalLogs } = await import('@natter/server/histories')
    const logs = readFinalLogs(data, rooms)
    const empty = logs.find(({ rows }) => rows.length === 0)
    if (empty !== undefined) throw new CliError(EXIT.usage, 'unreadable', `There is no room ${empty.room} in ${data}.`)
    return logs
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreFault')
      throw new CliError(EXIT.usage, 'unreadable', error.message)
    throw error
  }
}

async function eachLine(
  io: Io,
  paths: readonly string[],
  take: (line: HistoryLine, place: Place) => void,
): Promise<void> {
  for (const [file, path] of paths.entries()) {
    const name = path === '-' ? 'standard input' : path
    let number = 0
    try {
      for await (const line of linesOf(io, path)) {
        number++
        if (line.trim() !== '') take(parseHistoryLine(line), { file, name, number })
      }
    } catch (error) {
      throw unreadable(error, name)
    }
  }
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
  readonly #hasOwnLogs: boolean
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

  /** `logs`: of one history that has none of its own. */
  constructor(logs: readonly FinalLog[] | undefined) {
    this.#hasOwnLogs = logs === undefined
    for (const log of logs ?? []) this.#current.addLog(log)
  }

  take(line: HistoryLine, place: Place): void {
    if (line === 'passedOver') return
    if ('broken' in line) return this.#breaks(place, line.broken)
    if ('record' in line) {
      this.#last = place
      const why = this.#current.check(line.record)
      return why === undefined ? undefined : this.#breaks(place, why)
    }
    if (!this.#hasOwnLogs) return this.#breaks(place, 'this history has logs of its own: leave out --data')
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
