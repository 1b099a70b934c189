import type { Natter, Timeline } from '@natter/client'
import type { Message, RoomId, UserId } from '@natter/protocol'
import type { Viewing } from './judge.ts'

/** Writes down what the timeline of one room shows, message by message. */
export class Onlooker {
  readonly viewing: Viewing
  readonly stop: () => void
  readonly #natter: Natter
  readonly #self: UserId
  #last = { seq: 0, n: 0 }
  #resets: number
  #waiting: { n: number; resolve: () => void }[] = []

  /** `self`: who looks. */
  constructor(by: string, { natter, self }: { natter: Natter; self: UserId }, room: RoomId) {
    this.#self = self
    this.viewing = { by, room, sights: [] }
    this.#natter = natter
    this.#resets = natter.counters.resets
    const { timeline } = natter.room(room)
    this.stop = timeline.subscribe((value) => this.#look(value))
  }

  reached(n: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ n, resolve })
      this.#settle()
    })
  }

  #look({ items }: Timeline): void {
    const { resets } = this.#natter.counters
    let isAnew = resets > this.#resets
    this.#resets = resets
    for (const { seq, n, by, cid, text } of this.#fresh(items)) {
      // One's own acknowledged messages may stand there before those of others that came in between: these come next.
      if (by === this.#self && !isAnew && this.#last.n > 0 && n > this.#last.n + 1) break
      this.viewing.sights.push({ seq, n, cid, text, isAnew })
      this.#last = { seq, n }
      isAnew = false
    }
    this.#settle()
  }

  /** What stands behind the message seen last, and whatever is out of order. */
  #fresh(items: Timeline['items']): Message[] {
    const fresh: Message[] = []
    for (const item of items.toReversed()) {
      if (item.kind !== 'message') continue
      if (item.message.seq <= this.#last.seq) break
      fresh.push(item.message)
    }
    return fresh.toReversed()
  }

  #settle(): void {
    const isHere = ({ n }: { n: number }): boolean => this.#last.n >= n
    for (const { resolve } of this.#waiting.filter(isHere)) resolve()
    this.#waiting = this.#waiting.filter((each) => !isHere(each))
  }
}
