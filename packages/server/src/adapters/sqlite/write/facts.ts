import { factsWanted } from '@natter/core'
import type { RoomFacts } from '@natter/core'
import type { RoomId, User, UserId } from '@natter/protocol'
import type { RoomWrite } from '../../../ports/log-store.ts'
import { messageBySeq, messageOfRow } from '../rows/message.ts'
import { query } from '../sql.ts'
import type { Writing } from './writing.ts'

/** By the unique handle and the primary key. */
const memberByHandle = query<{ id: UserId }>(
  'select u.id from users u join members m on m.room = ? and m.user = u.id where u.handle = ?',
)

/** What the rule of a command may know. A plain send finds all of it in memory. */
export function factsFor(writing: Writing, { room, actor: id, command }: RoomWrite, actor: User): RoomFacts {
  const wanted = factsWanted(command)
  return {
    room: writing.room(room)?.room,
    actor,
    membership: writing.member(room, id),
    subjects: found(wanted.subjects, (seq) => {
      const row = writing.sql.one(messageBySeq, room, seq)
      return row === undefined ? undefined : messageOfRow(row)
    }),
    people: found(wanted.people, (user) => personIn(writing, room, user)),
    mentioned: found(wanted.handles, (handle) => writing.sql.one(memberByHandle, room, handle)?.id),
  }
}

function personIn(
  writing: Writing,
  room: RoomId,
  id: UserId,
): { user: User; membership: RoomFacts['membership'] } | undefined {
  const user = writing.account(id)?.user
  return user === undefined ? undefined : { user, membership: writing.member(room, id) }
}

function found<Key, Value>(keys: readonly Key[], find: (key: Key) => Value | undefined): Map<Key, Value> {
  const all = new Map<Key, Value>()
  for (const key of keys) {
    const value = find(key)
    if (value !== undefined) all.set(key, value)
  }
  return all
}
