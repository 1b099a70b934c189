import { createHistoryChecker } from '@natter/protocol/history'
import type { FinalLog, FinalRow, HistoryChecker, HistoryRecord, Verdict } from '@natter/protocol/history'
import type { HistoryLine } from '@natter/protocol/schemas'

/** How much a history holds. */
export interface Extent {
  /** Lines of clients, and how many clients and rooms they are of. */
  lines: number
  clients: number
  rooms: number
  /** Of the logs. */
  rows: number
}

/** One history: first its logs, then the lines of clients, which are checked as they come. */
export class OneHistory {
  readonly #logs = new Map<string, FinalLog & { rows: FinalRow[] }>()
  readonly #clients = new Set<string>()
  readonly #rooms = new Set<string>()
  #lines = 0
  #rows = 0
  #checker: HistoryChecker | undefined

  /** Whether there have been lines of clients, so that it is too late for logs. */
  get isUnderWay(): boolean {
    return this.#checker !== undefined
  }

  get isEmpty(): boolean {
    return this.#logs.size === 0 && this.#checker === undefined
  }

  addLog(log: FinalLog): void {
    this.#logs.set(log.room, { ...log, rows: [...log.rows] })
    this.#rows += log.rows.length
  }

  addToLogs(line: Extract<HistoryLine, { log: unknown } | { row: unknown }>): void {
    if ('log' in line) {
      const { op: _, ...log } = line.log
      this.#logs.set(log.room, { ...log, rows: this.#logs.get(log.room)?.rows ?? [] })
      return
    }
    const { op: _, room, ...row } = line.row
    const log = this.#logs.get(room) ?? { room, rows: [] }
    this.#logs.set(room, log)
    log.rows.push(row)
    this.#rows++
  }

  /** Says why the line cannot be checked, if it cannot. */
  check(record: HistoryRecord): string | undefined {
    this.#checker ??= createHistoryChecker([...this.#logs.values()])
    this.#lines++
    this.#clients.add(record.proc)
    this.#checker.take(record)
    if (this.#rooms.has(record.room)) return undefined
    this.#rooms.add(record.room)
    return this.#logs.has(record.room) ? undefined : `the log of ${record.room} is not there`
  }

  /** To be asked once, at its end. */
  finish(): Extent & Verdict {
    const { violations, counts, acked, received } = (
      this.#checker ?? createHistoryChecker([...this.#logs.values()])
    ).verdict()
    const [clients, rooms] = [this.#clients.size, this.#logs.size]
    return { lines: this.#lines, clients, rooms, rows: this.#rows, acked, received, violations, counts }
  }
}
