import type { RoomId } from '@natter/protocol'
import { connectRaw } from '../../packages/server/test/process/raw-client.ts'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'
import type { Person, Place } from './place.ts'

/** Somebody who does all as it should be done, beside those who do not: sends a message, waits for its answer, goes on. */
export class Regular {
  readonly room: RoomId
  /** Cids that were acknowledged, by their seq. */
  readonly acked = new Map<number, string>()
  slowestMs = 0
  /** What went wrong, if something did. */
  trouble: string | undefined
  readonly #client: RawClient
  readonly #talking: Promise<void>
  #isLeaving = false

  private constructor(client: RawClient, room: RoomId, paceMs: number) {
    this.#client = client
    this.room = room
    this.#talking = this.#talk(paceMs)
  }

  /** `paceMs`: between an answer and the next message. */
  static async enter(place: Place, { token }: Person, paceMs = 5): Promise<Regular> {
    const client = await connectRaw({ url: place.url, token })
    const { room } = await client.request('room.create', { cid: 'regular', kind: 'private', name: 'Quiet corner' })
    return new Regular(client, room.id, paceMs)
  }

  async leave(): Promise<void> {
    this.#isLeaving = true
    await this.#talking
    if (this.trouble === undefined) await this.#client.close()
  }

  async #talk(paceMs: number): Promise<void> {
    for (let index = 0; !this.#isLeaving; index++) {
      const cid = `regular-${index}`
      const startedAt = performance.now()
      try {
        const { seq } = await this.#client.request('message.send', { room: this.room, cid, text: `Message ${index}` })
        this.acked.set(seq, cid)
      } catch (error) {
        this.trouble = `The regular was not served: ${error instanceof Error ? error.message : String(error)}`
        return
      }
      this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, paceMs))
    }
  }
}
