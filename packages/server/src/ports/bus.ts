import type { Announcement, RoomId, SessionId, UserId } from '@natter/protocol'
import type { StoredEvent, StoredInboxEvent } from './log-store.ts'

/** What nodes tell each other. All of it is a hint: the store is the truth. */
export type BusMessage =
  | { kind: 'events'; room: RoomId; events: StoredEvent[] }
  | { kind: 'inbox'; user: UserId; events: StoredInboxEvent[] }
  | { kind: 'typing'; room: RoomId; by: UserId; expiresInMs: number }
  | { kind: 'receipts'; room: RoomId; marks: [user: UserId, readSeq: number, deliveredSeq: number][] }
  | { kind: 'user'; json: string }
  | { kind: 'announcement'; announcement: Announcement }
  /** These sessions have ended, or all of the user's when `sessions` is absent: close their sockets. */
  | {
      kind: 'signedOut'
      user: UserId
      sessions?: SessionId[]
      why: 'signedOut' | 'accountDisabled' | 'permissionsChanged'
    }

/** A room's or a user's own channel, or the one that every node hears. */
export type Channel = RoomId | UserId | 'all'

/**
 * Publish and subscribe, at most once: may lose, double, delay and reorder. Every adapter passes `test/bus-contract.ts`.
 */
export interface Bus {
  publish(channel: Channel, message: BusMessage): void
  /** Resolves once the subscription is in force: whatever is published later is heard, unless lost. */
  subscribe(channel: Channel, listener: (message: BusMessage) => void): Promise<() => void>
  close(): Promise<void>
}
