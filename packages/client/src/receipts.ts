import type { UserId } from '@natter/protocol'
import { Source } from './view.ts'

/** People whose receipts are kept for one room. */
const RECEIPTS_MAX = 1_000

/** How far somebody has read a room, and how far messages have reached their devices. */
export interface Receipt {
  readonly readSeq: number
  readonly deliveredSeq: number
}

/** The receipts of one room, as far as they have moved while it was open. */
export class Receipts {
  readonly view: Source<ReadonlyMap<UserId, Receipt>>
  readonly #marks = new Map<UserId, Receipt>()

  constructor() {
    this.view = new Source<ReadonlyMap<UserId, Receipt>>(() => new Map(this.#marks))
  }

  /** The latest counts; a mark may go back where somebody said "unread". */
  moved(marks: readonly (readonly [user: UserId, readSeq: number, deliveredSeq: number])[]): void {
    for (const [user, readSeq, deliveredSeq] of marks) {
      if (this.#marks.has(user) || this.#marks.size < RECEIPTS_MAX) this.#marks.set(user, { readSeq, deliveredSeq })
    }
    this.view.changed()
  }

  forget(): void {
    if (this.#marks.size === 0) return
    this.#marks.clear()
    this.view.changed()
  }
}
