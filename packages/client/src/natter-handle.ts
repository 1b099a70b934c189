import type { Announcement, PresenceStatus, Room, RoomId, User, UserId } from '@natter/protocol'
import type { Connection } from './connection-view.ts'
import type { Counters } from './counters.ts'
import type { Environment } from './environment.ts'
import type { KnownLimits } from './known-limits.ts'
import type { NatterHttp } from './http-types.ts'
import type { OutboxStorage } from './outbox-storage.ts'
import type { RoomSummary } from './room-entry.ts'
import type { RoomHandle } from './room-handle.ts'
import type { Settings } from './user-log.ts'
import type { View } from './view.ts'

/** How to connect. */
export interface NatterOptions {
  /** Origin of the server: `http://127.0.0.1:8080`. The SDK adds `/v1/…`. */
  url: string
  /**
   * The bearer token. Undefined or absent: the browser's session cookie, which the SDK then renews itself. Called for every
   * connection, and with `renew` about 60 s before the token ends or when the server has refused it. When it throws, it is
   * called again later, unless it throws a `NatterError` of code `unauthorized`: then the connection stops.
   */
  token?: (why: 'connect' | 'renew') => Promise<string | undefined>
  /** What connects, for those who run the server: `web/0.1`. At most 100 characters. */
  client?: string
  /** Names this device: another connection of the same device replaces this one. At most 64 characters. */
  device?: string
  /** Keeps unacknowledged messages over a reload. Default: memory. */
  storage?: OutboxStorage
  /** Clock, chance and network. Default: the browser or Node, `withFallback`. */
  environment?: Environment
}

/** A client of one server: connects at once, stays connected until `close`, and keeps its views up to date. */
export interface Natter {
  readonly connection: View<Connection>
  /** Who is signed in, once the server has said so. */
  readonly self: View<User | undefined>
  /** One's own rooms, those last posted to first. */
  readonly rooms: View<readonly RoomSummary[]>
  /** What owner and admins tell everybody now. */
  readonly announcements: View<readonly Announcement[]>
  /** What one has set, on whatever device, by key: the same for all of one's devices. Empty until the server has told. */
  readonly settings: View<Settings>
  /** The server's limits; at first the usual ones, as far as a client goes by them. */
  readonly limits: View<KnownLimits>
  /** The first time the connection is live; rejects when it stops before that. May be ignored. */
  readonly ready: Promise<void>
  /** What went by unseen. */
  readonly counters: Readonly<Counters>
  /** The same handle for the same id. No traffic. */
  room(id: RoomId): RoomHandle
  /** Somebody by id, fetched when first looked at. */
  user(id: UserId): View<User | undefined>
  /** Watched while somebody subscribes, for at most 200 people at once. */
  presence(id: UserId): View<PresenceStatus>
  /** How one wishes to be seen. */
  setStatus(status: PresenceStatus): Promise<void>
  /** Whether somebody is at the keyboard. Idle: shown as away; typing and presence of others rest. */
  setActive(active: boolean): void
  /**
   * Changes some of one's settings, any JSON; `null` removes one. Keys are a letter and up to 63 of `A-Za-z0-9_.:-`; at most
   * 512, and 32 KiB in all (`quota`). Resolves when they are stored and shown.
   */
  setSettings(change: Settings): Promise<void>
  createRoom(options: { kind: 'public' | 'private'; name: string; topic?: string; slug?: string }): Promise<Room>
  /** The room of exactly these people and oneself. */
  openDm(users: UserId[]): Promise<Room>
  joinRoom(id: RoomId): Promise<void>
  /** Tries now instead of later; after `stopped`, from the beginning. */
  reconnectNow(): void
  /** Says goodbye. Unacknowledged messages stay in the storage; what waits is rejected with `stopped`. */
  close(): Promise<void>
  /** The calls over HTTP, with the same token or cookie. */
  readonly http: NatterHttp
}
