import type { DurableEvent, Room, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'

/** What has happened in a room since the last digest tick, coalesced: the latest counts. */
export class DigestPending {
  /** Where each user was mentioned. */
  readonly mentions = new Map<UserId, number[]>()
  /** Marks that moved: read seq and delivered seq. */
  readonly receipts = new Map<UserId, readonly [readSeq: number, deliveredSeq: number]>()
  /** The room as the last `room.updated` left it. */
  details: Room | undefined

  note(event: StoredEvent): void {
    if (event.type === 'room.updated') this.details = detailsOf(event)
    for (const user of event.mentions ?? []) {
      const places = this.mentions.get(user)
      if (places === undefined) this.mentions.set(user, [event.seq])
      else places.push(event.seq)
    }
  }

  /** How often the user was mentioned after `seq`. */
  mentionsAfter(user: UserId | undefined, seq: number): number {
    const places = user === undefined ? undefined : this.mentions.get(user)
    return places === undefined ? 0 : places.filter((place) => place > seq).length
  }

  clear(): void {
    this.mentions.clear()
    this.receipts.clear()
    this.details = undefined
  }
}

/** The room in a `room.updated`. */
export function detailsOf({ json }: StoredEvent): Room {
  return (JSON.parse(json) as Extract<DurableEvent, { type: 'room.updated' }>).details
}
