import { receiveMessageOnPort } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { Answer, Request } from './methods.ts'

/** What a thread hears: requests, or that it should end. */
export type ToThread = Request[] | 'close'

/** What it says: once that it is open, or why it is not; then answers. */
export type FromThread<Opened> = { opened: Opened } | { failed: string } | Answer[]

/** One connection and how it answers: the first requests of a list, at least one. */
export interface Desk {
  answer(requests: readonly Request[]): Answer[]
  close(): void
}

/**
 * Answers what comes through the port, in its order. While a batch is being answered the thread hears nothing; what has
 * come meanwhile is the next one.
 */
export function serveThread(port: MessagePort, desk: Desk): void {
  port.on('message', (first: ToThread) => {
    let waiting: Request[] = []
    let isClosing = false
    const hear = (message: ToThread): void => {
      if (message === 'close') isClosing = true
      else waiting.push(...message)
    }
    hear(first)
    while (waiting.length > 0) {
      for (let more = receive(port); more !== undefined; more = receive(port)) hear(more)
      const answers = desk.answer(waiting)
      waiting = waiting.slice(answers.length)
      port.postMessage(answers)
    }
    if (!isClosing) return
    desk.close()
    port.close()
  })
}

function receive(port: MessagePort): ToThread | undefined {
  const received = receiveMessageOnPort(port)
  return received && (received.message as ToThread)
}
