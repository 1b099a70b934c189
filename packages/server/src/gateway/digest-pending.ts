import { EVERYBODY } from '@natter/core'
import type { Mentioned } from '@natter/core'
import type { DurableEvent, Room, UserId } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'

/** A message that mentions, and whose it is. */
interface Mention {
  seq: number
  by: UserId | undefined
}

/** What has happened in a room since the last digest tick, coalesced: the latest counts. */
export class DigestPending {
  /** Messages that mention somebody, by whom they mention. */
  readonly mentions = new Map<Mentioned, Mention[]>()
  /** Marks that moved: read seq and delivered seq. */
  readonly receipts = new Map<UserId, readonly [readSeq: number, deliveredSeq: number]>()
  /** The room as the last `room.updated` left it. */
  details: Room | undefined

  /** Whose all messages are, and how many there were before; nobody's if several people's. */
  #posts: { by: UserId | undefined; afterN: number } | undefined

  note(event: StoredEvent): void {
    if (event.type === 'message.posted') {
      const { by } = event
      this.#posts ??= { by, afterN: event.n - 1 }
      if (this.#posts.by !== by) this.#posts.by = undefined
    }
    if (event.type === 'room.updated') this.details = detailsOf(event)
    for (const user of event.mentions ?? []) {
      const mention = { seq: event.seq, by: event.by }
      const places = this.mentions.get(user)
      if (places === undefined) this.mentions.set(user, [mention])
      else places.push(mention)
    }
  }

  /** How often the user was mentioned after `seq`. */
  mentionsAfter(user: UserId | undefined, seq: number): number {
    if (user === undefined || this.mentions.size === 0) return 0
    const count = (places: readonly Mention[] = []): number =>
      places.filter((place) => place.seq > seq && place.by !== user).length
    return count(this.mentions.get(user)) + count(this.mentions.get(EVERYBODY))
  }

  /** After how many messages all are the user's own; undefined: they are not, or there are none. */
  ownAfterN(user: UserId | undefined): number | undefined {
    return user !== undefined && this.#posts?.by === user ? this.#posts.afterN : undefined
  }

  clear(): void {
    this.#posts = undefined
    this.mentions.clear()
    this.receipts.clear()
    this.details = undefined
  }
}

/** The room in a `room.updated`. */
export function detailsOf({ json }: StoredEvent): Room {
  return (JSON.parse(json) as Extract<DurableEvent, { type: 'room.updated' }>).details
}
