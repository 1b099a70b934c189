import type { Cursor, InboxEvent, Member, RoomId, UserCatchUp } from '@natter/protocol'
import type { Repairable } from './repair.ts'
import { readUserCatchUp } from './reply-shapes.ts'
import type { Rooms } from './rooms.ts'
import { LogReader } from './sync.ts'

/** What the user's own log tells others. */
export interface UserLogPorts {
  rooms: Rooms
  /** A room has become visible, or is not any more. */
  roomAdded(room: RoomId, member: Member): void
  /** A room is visible, whenever that came to be. */
  roomThere(room: RoomId, member: Member): void
  roomRemoved(room: RoomId): void
  gap(): void
}

/** The reading of the user's own log: rooms gained and lost, read marks of other devices. */
export class UserLog implements Repairable {
  readonly #ports: UserLogPorts
  readonly #reader = new LogReader<InboxEvent>()

  constructor(ports: UserLogPorts) {
    this.#ports = ports
  }

  get cursor(): Cursor | undefined {
    return this.#reader.cursor
  }

  get hasGap(): boolean {
    return this.#reader.hasGap
  }

  take(event: InboxEvent): void {
    this.#apply(this.#reader.take(event))
    if (this.#reader.hasGap) this.#ports.gap()
  }

  takeCatchUp(catchUp: UserCatchUp): void {
    if (catchUp.mode === 'delta') return this.#apply(this.#reader.takeDelta(catchUp.events, catchUp.upTo))
    const early = this.#reader.startAt(catchUp.upTo)
    this.#ports.rooms.restart(catchUp.rooms)
    for (const { room, member } of catchUp.rooms) this.#ports.roomThere(room.id, member)
    this.#apply(early)
  }

  takeRepair(part: unknown): void {
    const catchUp = readUserCatchUp(part)
    if (catchUp !== undefined) this.takeCatchUp(catchUp)
  }

  dropEarly(): void {
    this.#reader.dropEarly()
  }

  forget(): void {
    this.#reader.forget()
  }

  #apply(events: readonly InboxEvent[]): void {
    for (const event of events) {
      this.#ports.rooms.apply(event)
      if (event.type === 'inbox.roomAdded') this.#ports.roomAdded(event.room, event.member)
      else if (event.type === 'inbox.roomRemoved') this.#ports.roomRemoved(event.room)
    }
  }
}
