import type { RoomSummary } from '@natter/client'
import type { App } from '../app/app-context.ts'
import { markRead } from '../room/mark-read.ts'
import { say } from '../words/say.ts'

/** Marks everything as read, and offers to take that back. */
export function markAllRead(app: Pick<App, 'natter' | 'notices' | 'hasGreeted'>): void {
  const { natter, notices } = app
  const unread = natter.rooms.value.filter((summary) => summary.unread > 0)
  if (unread.length === 0) return notices.tell(say('frame.nothingUnread'))
  const handles = unread.map(({ id }) => natter.room(id))
  if (!markRead(app, handles)) return
  const undo = (): void => void notices.attempt(takeBack(natter, unread))
  notices.offer(say('frame.allRead', { count: unread.length }), { label: say('frame.undo'), run: undo })
}

async function takeBack(natter: App['natter'], rooms: readonly RoomSummary[]): Promise<void> {
  await Promise.all(rooms.map(({ id, readSeq }) => natter.room(id).markUnread(readSeq + 1)))
}
