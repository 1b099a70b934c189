import type { RawClient } from './raw-client.ts'
import { replyId } from './server-frames.ts'

/** Asks one thing at a time over a signed-in socket. */
export class Asker {
  readonly #client: RawClient
  readonly #waiting = new Map<number, (reply: string) => void>()
  #nextId = 2

  constructor(client: RawClient) {
    this.#client = client
    client.onText((frame) => {
      const id = replyId(frame)
      this.#waiting.get(id)?.(frame.toString())
      this.#waiting.delete(id)
    })
  }

  /** The reply as it came. */
  ask(type: string, fields: object): Promise<string> {
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#client.sendText(JSON.stringify({ id, type, ...fields }))
    })
  }
}
