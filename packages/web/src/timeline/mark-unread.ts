import type { App } from '../app/app-context.ts'
import { markRead } from '../room/mark-read.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'

/** Makes a message and what comes after it unread, on every device; nothing of it is read again by merely being on screen. */
export function markUnreadFrom({ notices }: Pick<App, 'notices'>, model: RoomModel, seq: number): void {
  const message = model.messages.value.get(seq)
  if (!message) return
  model.isReadingHeld.value = true
  model.divider.value = { after: { seq: seq - 1, n: message.n - 1 }, isAsked: true }
  void notices.attempt(model.handle.markUnread(seq).then(() => notices.tell(say('timeline.markedUnread'))))
}

/** All that is there is read, loaded or not; the divider has done its work. */
export function markAllRead(app: Pick<App, 'hasGreeted' | 'notices'>, model: RoomModel): void {
  if (!markRead(app, [model.handle])) return
  model.isReadingHeld.value = false
  model.divider.value = undefined
}
