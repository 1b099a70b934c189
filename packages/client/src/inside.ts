import type { CommandType, ReplyOf, RoomId, User, UserId } from '@natter/protocol'
import type { Counters } from './counters.ts'
import type { Environment } from './environment.ts'
import type { Fields } from './requests.ts'
import type { KnownLimits } from './known-limits.ts'
import type { Marks } from './marks.ts'
import type { Outbox } from './outbox.ts'
import type { Repair } from './repair.ts'
import type { Requests } from './requests.ts'
import type { Rooms } from './rooms.ts'
import type { Settings } from './user-log.ts'
import type { Users } from './users.ts'
import type { Cell } from './view.ts'

/** What the parts of one client share. */
export interface Inside {
  readonly environment: Environment
  readonly requests: Requests
  readonly counters: Counters
  readonly repair: Repair
  readonly rooms: Rooms
  readonly outbox: Outbox
  readonly marks: Marks
  readonly users: Users
  readonly settings: Cell<Settings>
  readonly self: User | undefined
  readonly selfId: UserId | undefined
  readonly limits: KnownLimits
  /** A command that somebody waits for. */
  run<T extends CommandType>(type: T, fields: Fields<T>): Promise<ReplyOf<T>>
  /** Asks for a room that is not known, or not well. */
  lookUp(room: RoomId): void
}
