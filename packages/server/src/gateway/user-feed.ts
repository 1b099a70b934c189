import type { Cursor, InboxEvent, UserCatchUp, UserId } from '@natter/protocol'
import type { StoredInboxEvent } from '../ports/log-store.ts'
import type { EncodedCatchUp } from '../ports/read-store.ts'
import type { Background } from './background.ts'
import type { Connection } from './connection.ts'
import { sendAway } from './leaving.ts'
import { SharedFrame } from './shared-frame.ts'

/** What a user's feed needs of the node around it. */
export interface UserFeedHost {
  userCatchUp(user: UserId, cursor: Cursor): Promise<EncodedCatchUp<UserCatchUp>>
  /** What a row of the user's own log means for what a connection follows. */
  act(connection: Connection, event: InboxEvent): void
  background: Background
}

/** One user with a connection on this node: hears their own log in its order, and hands each row, encoded once, to all their devices. */
export class UserFeed {
  readonly user: UserId
  readonly connections = new Set<Connection>()
  readonly #host: UserFeedHost
  /** Where this node stands in the user's log; undefined until a first greeting tells. */
  #at: Cursor | undefined
  #highestSeen = 0
  #filling = false

  constructor(user: UserId, host: UserFeedHost) {
    this.user = user
    this.#host = host
  }

  /**
   * The reply to a connection's `hello` holds the log up to here. What the others lack is read from the store; and where
   * this feed is ahead it goes back, since each connection takes only what it lacks.
   */
  greeted(connection: Connection, upTo: Cursor): void {
    connection.inboxSeq = upTo[0]
    const heardSeq = Math.max(upTo[0], this.#seq)
    if (this.#at === undefined || this.#at[0] > upTo[0]) this.#at = upTo
    this.#heardOf(heardSeq)
  }

  receive(events: readonly StoredInboxEvent[]): void {
    for (const { seq, ref, type, json } of events) {
      if (this.#at !== undefined && seq === this.#at[0] + 1)
        this.#apply([seq, ref], json, isAboutRoom(type) ? (JSON.parse(json) as InboxEvent) : undefined)
      this.#heardOf(seq)
    }
  }

  /** Asks the store whether there is more than was heard. */
  async check(): Promise<void> {
    if (this.#at === undefined || this.#filling) return
    this.#filling = true
    try {
      await this.#read(this.#at)
    } finally {
      this.#filling = false
    }
    this.#heardOf(0)
  }

  #heardOf(seq: number): void {
    if (seq > this.#highestSeen) this.#highestSeen = seq
    if (this.#filling || this.#at === undefined || this.#highestSeen <= this.#at[0]) return
    this.#filling = true
    this.#host.background(this.#fill(), 'reading what was missed of a user log')
  }

  async #fill(): Promise<void> {
    try {
      while (this.#at !== undefined && this.#highestSeen > this.#at[0]) {
        const before = this.#at[0]
        await this.#read(this.#at)
        // The store does not have what was announced: the announcement was wrong.
        if (this.#at[0] === before) this.#highestSeen = before
      }
    } finally {
      this.#filling = false
    }
  }

  async #read(cursor: Cursor): Promise<void> {
    const { upTo, json } = await this.#host.userCatchUp(this.user, cursor)
    // Gone back meanwhile: this would leave out what comes before.
    if (this.#seq < cursor[0]) return
    const missed = JSON.parse(json) as UserCatchUp
    if (missed.mode === 'reset') return this.#startAnew(upTo)
    for (const event of missed.events) {
      if (event.seq > this.#seq) this.#apply([event.seq, event.ref], JSON.stringify(event), event)
    }
    if (upTo[0] > this.#seq) this.#at = upTo
  }

  get #seq(): number {
    return this.#at?.[0] ?? 0
  }

  /** Too much was missed, or the log was rolled back: the devices come back and are told everything. */
  #startAnew(upTo: Cursor): void {
    this.#at = upTo
    this.#highestSeen = upTo[0]
    for (const connection of this.connections) sendAway(connection)
  }

  #apply(at: Cursor, json: string, event: InboxEvent | undefined): void {
    this.#at = at
    const frame = new SharedFrame(json)
    for (const connection of this.connections) {
      if (at[0] <= connection.inboxSeq) continue
      connection.inboxSeq = at[0]
      connection.push(frame)
      if (event !== undefined) this.#host.act(connection, event)
    }
  }
}

function isAboutRoom(type: InboxEvent['type']): boolean {
  return type === 'inbox.roomAdded' || type === 'inbox.roomRemoved'
}
