import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RoomId } from '@natter/protocol'
import { messageText } from './message-text.ts'

/** What the cids of such messages begin with. */
export const GROWN_CID = 'grown-'

/** A row in one statement: a million sends would take a minute. */
const insertPosts = `
  with recursive step (k) as (select 1 union all select k + 1 from step where k < :count)
  insert into log (room, seq, ref, n, kind, actor, cid, at, data)
  select head.room, head.seq + k, lower(hex(randomblob(2))), head.n + k, 1, rooms.created_by, '${GROWN_CID}' || k, head.at + k,
         json_object('text', :text)
  from step, room_heads head join rooms on rooms.id = head.room
  where head.room = :room`

const moveHead = `
  update room_heads set (seq, ref, n, at, moved_at) =
    (select seq, ref, n, at, at from log where log.room = :room order by seq desc limit 1)
  where room = :room`

/** Fills a room with messages of its maker, as if they had been sent, while no server is on the folder. */
export function growRoom(folder: string, room: RoomId, count: number): void {
  const database = new DatabaseSync(join(folder, 'natter.db'))
  try {
    database.exec('begin immediate')
    database.prepare(insertPosts).run({ room, count, text: messageText(0) })
    database.prepare(moveHead).run({ room })
    database.exec('commit')
  } finally {
    database.close()
  }
}
