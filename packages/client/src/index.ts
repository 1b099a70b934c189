export type {
  Account as AccountInfo,
  Announcement,
  Cid,
  ConnectionInfo,
  Cursor,
  DurableEvent,
  ErrorCode,
  Invite as InviteInfo,
  LimitName,
  Limits,
  Member,
  MemberRole,
  Message,
  Place as PlaceInfo,
  PresenceStatus,
  ReadMark,
  Reactions,
  Room,
  RoomId,
  RoomKind,
  SessionId,
  SessionInfo,
  SignedIn,
  User,
  UserId,
  UserRole,
  WireError,
} from '@natter/protocol'
export type { Connection } from './connection-view.ts'
export type { StopAction, StopCode } from './connection-verdict.ts'
export type { Counters } from './counters.ts'
export { defaultEnvironment } from './environment.ts'
export { withFallback } from './with-fallback.ts'
export type { Environment, Socket, SocketListener } from './environment.ts'
export { NatterError } from './errors.ts'
export type { NatterErrorCode, NatterErrorDetails } from './errors.ts'
export { createHttp } from './http.ts'
export type { HttpOptions } from './http-caller.ts'
export type { NatterHttp } from './http-types.ts'
export type { KnownLimits } from './known-limits.ts'
export type { MemberList } from './members.ts'
export { createNatter } from './natter.ts'
export type { Natter, NatterOptions } from './natter-handle.ts'
export type { Sending, Sent } from './lane.ts'
export { memoryStorage } from './outbox-storage.ts'
export type { OutboxEntry, OutboxStorage } from './outbox-storage.ts'
export type { Receipt } from './receipts.ts'
export type { RoomSummary } from './room-entry.ts'
export type { Reader, RoomHandle } from './room-handle.ts'
export type { PendingItem, Timeline, TimelineItem } from './timeline-items.ts'
export type { View } from './view.ts'
