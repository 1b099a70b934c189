import type { Message } from './objects/message.ts'

/** A read mark: the last message seen, by `seq` in the log and by `n` among messages. */
export interface ReadMark {
  seq: number
  n: number
}

/** How many messages stand after the mark. */
export function unreadCount(headN: number, mark: ReadMark): number {
  return Math.max(0, headN - mark.n)
}

/**
 * Where a reader's mark stands after a message was posted: an author who had read everything has also read their own
 * message; one with unread messages before it keeps the mark, so that nothing unseen is counted as read.
 */
export function markAfterPost(mark: ReadMark, reader: string, message: Pick<Message, 'seq' | 'n' | 'by'>): ReadMark {
  return message.by === reader && mark.n === message.n - 1 ? { seq: message.seq, n: message.n } : mark
}
