import type { Cursor, RoomId } from '@natter/protocol'
import type { RawClient } from '../../packages/server/test/process/raw-client.ts'
import { beginPost, settlePost } from './post.ts'
import type { Post } from './post.ts'

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
    const posts = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const cid = `${prefix}-${from + index}`
      return beginPost({ by: prefix, user: client.hello.self.id, room, cid, text: `text of ${cid}` })
    })
    const items = posts.map(({ cid, text }) => ({ cid, text }))
    const answer = await client.request('message.sendMany', { room, items })
    for (const [index, post] of posts.entries()) {
      const place = answer.items[index]
      if (place === undefined) throw new Error('An answer has too few places.')
      const { seq, n, ref } = place
      bulk.places.push([seq, ref])
      settlePost(post, { state: 'acked', seq, n })
    }
    bulk.posts.push(...posts)
  }
  return bulk
}
