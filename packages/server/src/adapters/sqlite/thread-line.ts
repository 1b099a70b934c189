import { Worker } from 'node:worker_threads'
import type { Log } from '../../ports/log.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { Answer, Fault, Request } from './methods.ts'
import type { FromThread, ToThread } from './serve-thread.ts'

/** Calls that wait for one thread; more are turned away at once, for they would wait for nothing but their timeout. */
const WAITING_MAX = 10_000

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** The main thread's end: turns calls into requests and answers into promises, one message a turn of the loop each way. */
export class ThreadLine<Opened> {
  /** What the thread says of itself; rejects with a `StoreFault` that says why it could not open. */
  readonly opened: Promise<Opened>
  readonly #worker: Worker
  readonly #log: Log
  readonly #waiting = new Map<number, Waiting>()
  #outbox: Request[] = []
  #lastN = 0
  #end: 'open' | 'closing' | 'closed' = 'open'
  readonly #closed: Promise<void>

  constructor(script: URL, data: object, log: Log) {
    this.#log = log
    this.#worker = new Worker(script, { workerData: data })
    this.#closed = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#ended()
        resolve()
      })
    })
    this.opened = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromThread<Opened>) => {
        if (Array.isArray(message)) this.#settleAll(message)
        else if ('opened' in message) resolve(message.opened)
        else reject(new StoreFault('unavailable', message.failed))
      })
      this.#worker.on('error', (error: unknown) => {
        this.#log.error('A thread of the database failed.', {
          detail: error instanceof Error ? error.stack : String(error),
        })
        reject(new StoreFault('internal', 'A thread of the database failed.', { cause: error }))
      })
    })
  }

  /** Resolves with the thread's answer; rejects with a `StoreFault`. */
  ask(method: string, args: unknown[]): Promise<unknown> {
    if (this.#end !== 'open') return Promise.reject(new StoreFault('unavailable', 'The store is closed.'))
    if (this.#waiting.size >= WAITING_MAX) {
      return Promise.reject(new StoreFault('unavailable', `${WAITING_MAX} calls wait for the database already.`))
    }
    return new Promise((resolve, reject) => {
      const n = ++this.#lastN
      this.#waiting.set(n, { resolve, reject })
      this.#outbox.push({ n, method, args })
      if (this.#outbox.length === 1) setImmediate(() => this.#send())
    })
  }

  /** Resolves when what was asked is answered and the thread has ended. */
  async close(): Promise<void> {
    if (this.#end === 'open') {
      this.#end = 'closing'
      this.#send()
      this.#worker.postMessage('close' satisfies ToThread)
    }
    await this.#closed
  }

  #send(): void {
    const requests = this.#outbox
    if (requests.length === 0) return
    this.#outbox = []
    this.#worker.postMessage(requests satisfies ToThread)
  }

  #settleAll(answers: Answer[]): void {
    for (const answer of answers) {
      const waiting = this.#waiting.get(answer.n)
      this.#waiting.delete(answer.n)
      if ('fault' in answer) waiting?.reject(this.#faultOf(answer.fault))
      else waiting?.resolve(answer.ok)
    }
  }

  #faultOf({ code, message, detail }: Fault): StoreFault {
    if (code === 'internal') this.#log.error(message, { detail })
    else this.#log.warn(message, { detail })
    return new StoreFault(code, message)
  }

  /** Whatever is still waiting was not answered: its outcome is unknown. */
  #ended(): void {
    this.#end = 'closed'
    for (const waiting of this.#waiting.values())
      waiting.reject(new StoreFault('unavailable', 'The thread of the database has ended.'))
    this.#waiting.clear()
  }
}
