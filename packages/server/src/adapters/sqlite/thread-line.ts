import { Worker } from 'node:worker_threads'
import type { Log } from '../../ports/log.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { Answer, Fault, Request } from './methods.ts'
import type { FromThread, ToThread } from './serve-thread.ts'
import type { Line } from './store-on-lines.ts'

/** Calls that wait for one thread; more are turned away at once, for they would wait for nothing but their timeout. */
export const WAITING_MAX = 10_000

interface Waiting {
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/**
 * The main thread's end: turns calls into requests and answers into promises, one message a turn of the loop each way. A
 * thread that dies rejects what it had not answered; the next call starts another.
 */
export class ThreadLine<Opened> implements Line {
  /** What the first thread says of itself; rejects with a `StoreFault` that says why it could not open. */
  readonly opened: Promise<Opened>
  readonly #start: () => Worker
  readonly #log: Log
  readonly #waiting = new Map<number, Waiting>()
  readonly #firstOpened = Promise.withResolvers<Opened>()
  #worker: Worker | undefined
  #outbox: Request[] = []
  #lastN = 0
  #isClosing = false

  constructor(script: URL, data: object, log: Log) {
    this.opened = this.#firstOpened.promise
    // Without the flags of the process, of which some are about its own script.
    this.#start = () => this.#listenTo(new Worker(script, { workerData: data, execArgv: [] }))
    this.#log = log
    this.#worker = this.#start()
  }

  ask(method: string, args: unknown[]): Promise<unknown> {
    if (this.#isClosing) return Promise.reject(new StoreFault('unavailable', 'The store is closed.'))
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

  async close(): Promise<void> {
    if (!this.#isClosing) {
      this.#isClosing = true
      this.#send()
      this.#worker?.postMessage('close' satisfies ToThread)
    }
    const worker = this.#worker
    if (worker !== undefined) await new Promise((resolve) => worker.once('exit', resolve))
  }

  #send(): void {
    const requests = this.#outbox
    if (requests.length === 0) return
    this.#outbox = []
    this.#worker ??= this.#start()
    this.#worker.postMessage(requests satisfies ToThread)
  }

  #listenTo(worker: Worker): Worker {
    let fault = new StoreFault('unavailable', 'A thread of the database has ended.')
    worker.on('message', (message: FromThread<Opened>) => {
      if (Array.isArray(message)) this.#settleAll(message)
      else if ('opened' in message) this.#firstOpened.resolve(message.opened)
      else fault = new StoreFault('unavailable', message.failed)
    })
    worker.on('error', (error: unknown) => {
      this.#log.error('A thread of the database failed.', {
        detail: error instanceof Error ? error.stack : String(error),
      })
      fault = new StoreFault('internal', 'A thread of the database failed.', { cause: error })
    })
    worker.once('exit', () => {
      this.#worker = undefined
      this.#firstOpened.reject(fault)
      // What was not answered: nobody knows what became of it.
      for (const waiting of this.#waiting.values()) waiting.reject(fault)
      this.#waiting.clear()
      this.#outbox = []
    })
    return worker
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
}
