import type { UserId } from '@natter/protocol'
import { createSource } from './view.ts'
import type { Source } from './view.ts'

/** People whose receipts are kept for one room. */
const RECEIPTS_MAX = 1_000

/** How far somebody has read a room, and how far messages have reached their devices. */
export interface Receipt {
  readonly readSeq: number
  readonly deliveredSeq: number
}

/** The receipts of one room, as far as they have moved while it was open. */
export interface Receipts {
  readonly view: Source<ReadonlyMap<UserId, Receipt>>
  /** The latest counts; a mark may go back where somebody said "unread". */
  moved(marks: readonly (readonly [user: UserId, readSeq: number, deliveredSeq: number])[]): void
  forget(): void
}

export function createReceipts(): Receipts {
  const receipts = new Map<UserId, Receipt>()
  const view = createSource<ReadonlyMap<UserId, Receipt>>(() => new Map(receipts))
  return {
    view,
    moved(marks) {
      for (const [user, readSeq, deliveredSeq] of marks) {
        if (receipts.has(user) || receipts.size < RECEIPTS_MAX) receipts.set(user, { readSeq, deliveredSeq })
      }
      view.changed()
    },
    forget() {
      receipts.clear()
      view.changed()
    },
  }
}
