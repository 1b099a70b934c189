import type { Limits, RoomId, UserId } from '@natter/protocol'
import { memberByKey, memberNow } from '../rows/member.ts'
import type { MemberNow } from '../rows/member.ts'
import { roomById, roomNow } from '../rows/room.ts'
import type { RoomNow } from '../rows/room.ts'
import { accountOfRow, userById } from '../rows/user.ts'
import type { Account } from '../rows/user.ts'
import { query } from '../sql.ts'
import type { Sql } from '../sql.ts'
import { Remembered } from './remembered.ts'

const ROOMS_MAX = 10_000
const ACCOUNTS_MAX = 10_000
const MEMBERS_MAX = 50_000

/** By the primary key. */
const moveHead = query(
  'update room_heads set seq = ?, ref = ?, at = ?, n = ?, members = ?, updated_seq = ?, moved_at = ? where room = ?',
)

/** What every write works on: one connection, and what is remembered of its rows. */
export class Writing {
  readonly sql: Sql
  readonly limits: Limits
  /** A fresh `ref`. */
  readonly nextRef: () => string
  /** Bytes of bodies written since `begin`. */
  bytes = 0
  readonly #rooms: Remembered<RoomId, RoomNow>
  readonly #accounts: Remembered<UserId, Account>
  readonly #members: Remembered<string, MemberNow>
  readonly #movedRooms = new Set<RoomId>()

  constructor(sql: Sql, limits: Limits, nextRef: () => string) {
    this.sql = sql
    this.limits = limits
    this.nextRef = nextRef
    this.#rooms = new Remembered(ROOMS_MAX, (room) => mapped(sql.one(roomById, room), roomNow))
    this.#accounts = new Remembered(ACCOUNTS_MAX, (user) => mapped(sql.one(userById, user), accountOfRow))
    this.#members = new Remembered(MEMBERS_MAX, (key) => mapped(sql.one(memberByKey, ...splitKey(key)), memberNow))
  }

  room(id: RoomId): RoomNow | undefined {
    return this.#rooms.get(id)
  }

  /** Its head is written once a transaction, by `flush`, however often it moves. */
  setRoom(now: RoomNow): void {
    this.#rooms.set(now.room.id, now)
    this.#movedRooms.add(now.room.id)
  }

  account(id: UserId): Account | undefined {
    return this.#accounts.get(id)
  }

  /** The account, unless it is switched off. */
  activeAccount(id: UserId): Account | undefined {
    const account = this.account(id)
    return account?.disabledAt === undefined ? account : undefined
  }

  /** To be called by whoever changes a row of `users`. */
  forgetAccount(id: UserId): void {
    this.#accounts.forget(id)
  }

  member(room: RoomId, user: UserId): MemberNow | undefined {
    return this.#members.get(keyOf(room, user))
  }

  /** To be called by whoever writes or deletes a row of `members`. */
  rememberMember(room: RoomId, user: UserId, member: MemberNow | undefined): void {
    if (member === undefined) this.#members.forget(keyOf(room, user))
    else this.#members.set(keyOf(room, user), member)
  }

  begin(): void {
    this.bytes = 0
  }

  /** Writes what was put off; before every commit. */
  flush(): void {
    for (const id of this.#movedRooms) {
      const now = this.#rooms.get(id)
      if (now === undefined) throw new Error(`The head of ${id} was forgotten before it was written.`)
      const { head, n, members, updatedSeq } = now.room
      this.sql.run(moveHead, head[0], head[1], now.headAt, n, members, updatedSeq, now.movedAt, id)
    }
    this.#movedRooms.clear()
  }

  committed(): void {
    for (const remembered of [this.#rooms, this.#accounts, this.#members]) remembered.trim()
  }

  rolledBack(): void {
    this.#movedRooms.clear()
    for (const remembered of [this.#rooms, this.#accounts, this.#members]) remembered.clear()
  }
}

function mapped<Row, Value>(row: Row | undefined, map: (row: Row) => Value): Value | undefined {
  return row === undefined ? undefined : map(row)
}

function keyOf(room: RoomId, user: UserId): string {
  return `${room} ${user}`
}

function splitKey(key: string): string[] {
  return key.split(' ')
}
