import type { Cursor, DurableEvent, HelloReply, RoomId } from '@natter/protocol'
import { connectRaw } from './raw-client.ts'
import type { RawClient } from './raw-client.ts'

/** Follows rooms over any number of connections and notes whatever is not contiguous. */
export class Watcher {
  /** Sentences about what should not have happened. */
  readonly faults: string[] = []
  /** How often the server said to start anew. */
  resets = 0
  readonly #token: string
  readonly #cursors: Record<RoomId, Cursor | null>
  #waiting: { room: RoomId; seq: number; resolve: () => void }[] = []

  constructor(token: string, rooms: readonly RoomId[]) {
    this.#token = token
    this.#cursors = Object.fromEntries(rooms.map((room) => [room, null]))
  }

  connect(url: string): Promise<RawClient> {
    return connectRaw({
      url,
      token: this.#token,
      rooms: { ...this.#cursors },
      greeted: (hello) => this.#greeted(hello),
      heard: (event) => this.#heard(event),
    })
  }

  /** Resolves once everything up to `seq` has come. */
  reached(room: RoomId, seq: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ room, seq, resolve })
      this.#look()
    })
  }

  #greeted({ rooms }: HelloReply): void {
    for (const [id, caughtUp] of Object.entries(rooms)) {
      const room = id as RoomId
      if ('error' in caughtUp) this.faults.push(`${room} answered ${caughtUp.error.code} to hello`)
      else if (caughtUp.mode === 'delta') {
        for (const event of caughtUp.events) this.#heard(event)
        if (caughtUp.upTo[0] !== this.#cursors[room]?.[0])
          this.faults.push(`${room} said up to ${caughtUp.upTo[0]} and was not`)
      } else {
        if (this.#cursors[room] !== null) this.resets++
        this.#cursors[room] = caughtUp.upTo
      }
    }
    this.#look()
  }

  #heard({ room, seq, ref }: DurableEvent): void {
    const cursor = this.#cursors[room]
    const last = cursor?.[0] ?? 0
    if (seq !== last + 1) this.faults.push(`${room} went from ${last} to ${seq}`)
    this.#cursors[room] = [seq, ref]
    this.#look()
  }

  #look(): void {
    const isHere = ({ room, seq }: { room: RoomId; seq: number }): boolean => (this.#cursors[room]?.[0] ?? 0) >= seq
    for (const { resolve } of this.#waiting.filter(isHere)) resolve()
    this.#waiting = this.#waiting.filter((each) => !isHere(each))
  }
}
