import type { Cursor, RoomId } from '@natter/protocol'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'
import type { Post } from './judge.ts'

const BATCH = 32

export interface Bulk {
  posts: Post[]
  /** Where each message stands. */
  places: Cursor[]
}

/** Posts many messages quickly, 32 in a command. */
export async function postMany(client: RawClient, room: RoomId, count: number, prefix: string): Promise<Bulk> {
  const bulk: Bulk = { posts: [], places: [] }
  for (let from = 0; from < count; from += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => ({
      cid: `${prefix}-${from + index}`,
      text: `${prefix} ${from + index}`,
    }))
    const answer = await client.request('message.sendMany', { room, items })
    for (const [index, { cid, text }] of items.entries()) {
      const place = answer.items[index]
      if (place === undefined) throw new Error('An answer has too few places.')
      const { seq, n, ref } = place
      bulk.places.push([seq, ref])
      bulk.posts.push({ by: prefix, room, cid, text, outcome: { state: 'acked', seq, n } })
    }
  }
  return bulk
}
