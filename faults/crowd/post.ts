import type { RoomId, UserId } from '@natter/protocol'

/** One message somebody wrote. Posts of one author in one room stand in the order of writing. */
export interface Post extends Words {
  /** When it was sent, and when its outcome was known: milliseconds on the clock of this process. */
  at: number
  settledAt: number | undefined
  outcome: Outcome
}

export interface Words {
  by: string
  user: UserId
  room: RoomId
  cid: string
  text: string
}

/** `pending` must become something else; `unknown`: the connection ended before the answer, and nobody asked again. */
export type Outcome =
  | { state: 'pending' | 'unknown' }
  | { state: 'acked'; seq: number; n: number }
  | { state: 'refused'; code: string }

export function beginPost(words: Words, state: 'pending' | 'unknown' = 'unknown'): Post {
  return { ...words, at: performance.now(), settledAt: undefined, outcome: { state } }
}

export function settlePost(post: Post, outcome: Outcome): void {
  post.outcome = outcome
  post.settledAt = performance.now()
}
