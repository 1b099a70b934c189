import type { RoomHandle } from '@natter/client'
import type { App } from '../app/app-context.ts'
import { say } from '../words/say.ts'

/**
 * Marks rooms as read up to what the server has. False: nothing was marked, and that is said. Before its greeting nobody here
 * knows how far that is, nor what other devices have read since.
 */
export function markRead(
  { hasGreeted, notices }: Pick<App, 'hasGreeted' | 'notices'>,
  handles: readonly RoomHandle[],
): boolean {
  if (!hasGreeted()) {
    notices.tell(say('offline.readAway'))
    return false
  }
  for (const handle of handles) handle.markRead(Number.MAX_SAFE_INTEGER)
  return true
}
