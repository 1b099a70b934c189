import type { Message } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import { canModerate } from '../room/can-moderate.ts'
import type { RoomModel } from '../room/room-model.ts'

/** Whether the reader may delete a message: their own, or any as a moderator. */
export function mayDelete({ self, natter }: Pick<App, 'self' | 'natter'>, { handle }: RoomModel, by: string): boolean {
  return by === self || canModerate(handle.timeline.value.me, natter.self.value)
}

/** One's own goes at once and can be taken back for a while; for that of somebody else a dialog asks. */
export function askToDelete(app: App, model: RoomModel, message: Message): boolean {
  if (!mayDelete(app, model, message.by)) return false
  if (message.by === app.self) app.deletions.delete(model.id, message.seq)
  else app.dialog.value = { kind: 'deleteMessage', room: model.id, seq: message.seq }
  return true
}
