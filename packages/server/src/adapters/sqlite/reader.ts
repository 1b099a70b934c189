import { connectReader } from './connect.ts'
import { faultAnswer, faultOf } from './faults.ts'
import { run } from './methods.ts'
import type { Answer, Request } from './methods.ts'
import { READ_METHODS } from './read/methods.ts'
import { query } from './sql.ts'
import type { Sql } from './sql.ts'

/** Requests that share a snapshot; more wait, so that answers keep flowing. */
const SNAPSHOT_ITEMS_MAX = 32

const begin = query('begin')
const end = query('rollback')

/** The connection that reads: each request sees one snapshot, all of it committed. */
export class Reader {
  readonly #folder: string
  #sql: Sql | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Answers the first requests of the list, in their order. */
  answer(requests: readonly Request[]): Answer[] {
    const batch = requests.slice(0, SNAPSHOT_ITEMS_MAX)
    try {
      this.#sql ??= connectReader(this.#folder)
      this.#sql.run(begin)
    } catch (error) {
      return batch.map(({ n }) => this.#fault(n, error))
    }
    const answers = batch.map((request) => this.#answerOne(request))
    this.#endSnapshot()
    return answers
  }

  close(): void {
    this.#sql?.database.close()
    this.#sql = undefined
  }

  /** There is none to end where a request has lost the connection. */
  #endSnapshot(): void {
    if (this.#sql?.database.isTransaction === true) this.#sql.run(end)
  }

  #answerOne(request: Request): Answer {
    try {
      return { n: request.n, ok: run(READ_METHODS, this.#sql, request) }
    } catch (error) {
      return this.#fault(request.n, error)
    }
  }

  #fault(n: number, error: unknown): Answer {
    const { fault, isConnectionLost } = faultOf(error, 'The database cannot be read')
    if (isConnectionLost) this.close()
    return faultAnswer(n, fault)
  }
}
