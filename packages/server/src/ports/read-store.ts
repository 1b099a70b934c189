import type {
  Announcement,
  CatchUp,
  Cursor,
  DigestEntry,
  HistoryReply,
  Member,
  MembersReply,
  ReceiptsReply,
  Refusal,
  Room,
  RoomId,
  User,
  UserCatchUp,
  UserId,
  VersionsReply,
} from '@natter/protocol'
import type { Encoded } from './encoded.ts'
import type { StoredEvent } from './log-store.ts'

export interface HistoryPage {
  before?: number | undefined
  after?: number | undefined
  around?: number | undefined
  /** From this time on. */
  at?: number | undefined
  limit: number
}

/** A catch-up as it goes out, and where it leaves its reader. */
export interface EncodedCatchUp<T> {
  upTo: Cursor
  json: Encoded<T>
}

/** Everything a fresh connection is told about its user. */
export interface Greeting {
  self: User
  /** By recency of the last message, at most `BOUNDS.digestRooms`. */
  digest: DigestEntry[]
  /** Every room of the user, also those beyond the digest. */
  rooms: RoomId[]
  user: EncodedCatchUp<UserCatchUp>
  announcements: Announcement[]
}

/**
 * What is read. Methods that take a viewer check in the same transaction what the viewer may see, and refuse with the
 * words of `accessRoom`.
 */
export interface ReadStore {
  /** For a fresh connection; `now` decides which announcements still stand. Undefined: no such user. */
  greet(user: UserId, cursor: Cursor | null, now: number): Promise<Greeting | undefined>
  /** What a member has missed since the cursor; a `reset` where the cursor is null, unknown, rolled back or too far behind. */
  catchUp(viewer: UserId, room: RoomId, cursor: Cursor | null): Promise<EncodedCatchUp<CatchUp> | Refusal>
  /** The same for the user's own log. */
  userCatchUp(user: UserId, cursor: Cursor | null): Promise<EncodedCatchUp<UserCatchUp>>
  history(viewer: UserId, room: RoomId, page: HistoryPage): Promise<Encoded<HistoryReply> | Refusal>
  /** The texts that a message has had, oldest first, the newest `BOUNDS.versionsPage`; none once it is deleted. */
  versions(viewer: UserId, room: RoomId, seq: number): Promise<VersionsReply | Refusal>
  receipts(
    viewer: UserId,
    room: RoomId,
    page: { seq: number; after: UserId | undefined; limit: number },
  ): Promise<Encoded<ReceiptsReply> | Refusal>
  members(
    viewer: UserId,
    room: RoomId,
    page: { after: UserId | undefined; limit: number },
  ): Promise<Encoded<MembersReply> | Refusal>
  /** The rooms among these that the viewer is in or may discover. */
  roomsById(viewer: UserId, rooms: RoomId[]): Promise<Room[]>
  /** The viewer's own rooms with their membership, by room id. */
  roomsOf(
    viewer: UserId,
    page: { after: RoomId | undefined; limit: number },
  ): Promise<{ rooms: Room[]; members: Member[]; more: boolean }>
  /** Public rooms whose name or topic contains `query` (case-insensitively), by room id; none for guests. */
  publicRooms(
    viewer: UserId,
    page: { query: string; after: RoomId | undefined; limit: number },
  ): Promise<{ rooms: Room[]; more: boolean }>
  /** Access alone: refuses as every other reader would. */
  roomFor(viewer: UserId, room: RoomId): Promise<{ room: Room; member: Member } | Refusal>
  usersById(users: UserId[]): Promise<User[]>
  /** People whose handle begins with `query` or whose name contains it (case-insensitively), by user id. Disabled accounts are left out. */
  findUsers(page: {
    query: string
    after: UserId | undefined
    limit: number
  }): Promise<{ users: User[]; more: boolean }>
  /**
   * For the node itself, not for a viewer: the heads of rooms, and the rows of one room after `seq` in order
   * (at most `limit`, and `STORE_BOUNDS.pageBytes`, but always one), with bodies that were deleted since left out.
   */
  heads(rooms: RoomId[]): Promise<Map<RoomId, { seq: number; ref: string; n: number }>>
  eventsAfter(room: RoomId, seq: number, limit: number): Promise<StoredEvent[]>
}
