import type { UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'

/** What has happened in a room since the last digest tick, coalesced: the latest counts. */
export class DigestPending {
  /** How often each user was mentioned. */
  readonly mentions = new Map<UserId, number>()
  /** Marks that moved: read seq and delivered seq. */
  readonly receipts = new Map<UserId, readonly [readSeq: number, deliveredSeq: number]>()
  /** JSON of the last `room.updated`. */
  roomUpdated: string | undefined

  note(event: StoredEvent): void {
    if (event.type === 'room.updated') this.roomUpdated = event.json
    for (const user of event.mentions ?? []) this.mentions.set(user, (this.mentions.get(user) ?? 0) + 1)
  }

  clear(): void {
    this.mentions.clear()
    this.receipts.clear()
    this.roomUpdated = undefined
  }
}
