import type { Limits, RoomId, User } from '@natter/protocol'
import type { Batcher } from './batcher.ts'
import type { Commands } from './commands.ts'
import type { Counters } from './counters.ts'
import type { Environment } from './environment.ts'
import type { Marks } from './marks.ts'
import type { Outbox } from './outbox.ts'
import type { Repair } from './repair.ts'
import type { Requests } from './requests.ts'
import type { Rooms } from './rooms.ts'
import type { Users } from './users.ts'

/** What the parts of one client share. */
export interface Inside {
  readonly environment: Environment
  readonly requests: Requests
  readonly commands: Commands
  readonly repair: Repair
  readonly rooms: Rooms
  /** Asks for rooms that are not known, or not well. */
  readonly roomInfos: Batcher<RoomId>
  readonly outbox: Outbox
  readonly marks: Marks
  readonly users: Users
  readonly counters: Counters
  self(): User | undefined
  limits(): Limits
}
