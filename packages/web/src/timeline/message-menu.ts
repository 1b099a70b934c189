import type { Message } from '@natter/protocol'
import type { App } from '../app/app-context.ts'
import type { MenuItem } from '../parts/menu.tsx'
import type { Beside, RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { askToDelete, mayDelete } from './ask-to-delete.ts'
import { copyLink, copyText } from './copy.ts'
import { markUnreadFrom } from './mark-unread.ts'

/** All one can do with a message, in groups. `openBeside`: opens another window where this one is. */
export function messageMenu(
  app: App,
  model: RoomModel,
  message: Message,
  openBeside: (kind: Beside['kind']) => void,
): MenuItem[][] {
  const { seq, text, by } = message
  const { id: room } = model
  const isMine = by === app.self
  const hasReactions = Object.values(message.reactions ?? {}).some((people) => people.length > 0)
  const when = (isThere: boolean, item: MenuItem): MenuItem[] => (isThere ? [item] : [])
  const item = (label: MenuItem['label'], icon: MenuItem['icon'], onChoose: () => void): MenuItem => ({
    label,
    ...(icon === undefined ? {} : { icon }),
    onChoose,
  })
  return [
    [
      item(say('timeline.addReaction'), 'smile', () => openBeside('emoji')),
      item(say('timeline.reply'), 'reply', () => (model.replyTo.value = seq)),
      ...when(
        isMine,
        item(say('timeline.edit'), 'edit', () => (model.editing.value = seq)),
      ),
    ],
    [
      item(say('timeline.copyText'), 'copy', () => void copyText(app, text)),
      item(say('timeline.copyLink'), 'link', () => void copyLink(app, room, seq)),
      item(say('timeline.forward'), 'forward', () => (app.dialog.value = { kind: 'forward', room, seq })),
      item(say('timeline.markUnread'), 'unread', () => markUnreadFrom(app, model, seq)),
    ],
    [
      item(say('timeline.seenBy'), 'eye', () => (app.dialog.value = { kind: 'seenBy', room, seq })),
      ...when(
        hasReactions,
        item(say('timeline.whoReacted'), 'people', () => (app.dialog.value = { kind: 'reactions', room, seq })),
      ),
      ...when(
        message.editedAt !== undefined,
        item(say('timeline.history'), 'clock', () => (app.dialog.value = { kind: 'editHistory', room, seq })),
      ),
    ],
    when(mayDelete(app, model, by), {
      ...item(say('timeline.delete'), 'trash', () => void askToDelete(app, model, message)),
      isDanger: true,
    }),
  ]
}
