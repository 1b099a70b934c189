import type { App } from '../app/app-context.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import type { RoomModel } from '../room/room-model.ts'
import { copyText } from './copy.ts'
import { askToDelete } from './ask-to-delete.ts'
import { markAllRead, markUnreadFrom } from './mark-unread.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { rowAt } from './row-at.ts'

interface Where {
  app: App
  model: RoomModel
  keeper: ScrollKeeper
}

/** Keys inside the timeline: arrows walk over messages, letters act on the one in focus, Escape says "I have read it". */
export function onTimelineKey(event: KeyboardEvent & { currentTarget: HTMLElement }, where: Where): void {
  const { app } = where
  const row = rowAt(event.target)
  const onMessage = event.target === row && row !== undefined ? app.keys.pressed('message', event) : undefined
  const isDone =
    (onMessage !== undefined && row !== undefined && act(onMessage, row, where)) ||
    walk(app.keys.pressed('timeline', event), row, where)
  if (!isDone) return
  event.preventDefault()
  event.stopPropagation()
}

function walk(id: ShortcutId | undefined, row: HTMLElement | undefined, where: Where): boolean {
  const { app, model } = where
  switch (id) {
    case 'messageBefore':
      return step(row, -1, where)
    case 'messageAfter':
      return step(row, 1, where)
    case 'firstMessage':
      model.wanted.value = { kind: 'beginning' }
      return true
    case 'lastMessage':
      model.wanted.value = { kind: 'latest' }
      return true
    case 'markRead':
      markAllRead(app, model)
      return true
    default:
      return false
  }
}

/** To the next message, drawn or not; from nowhere to the last one on screen. */
function step(row: HTMLElement | undefined, by: 1 | -1, { model, keeper }: Where): boolean {
  const keys = model.rows.value.flatMap(({ kind, key }) => (kind === 'message' ? [key] : []))
  const from = row === undefined ? keys.length : keys.indexOf(row.dataset['key'] ?? '')
  const key = row === undefined && by === -1 ? (keeper.lastOnScreen() ?? keys.at(-1)) : keys[from + by]
  if (key === undefined) return false
  keeper.show(key, (next) => next.focus({ preventScroll: true }))
  return true
}

function act(id: ShortcutId, row: HTMLElement, { app, model }: Where): boolean {
  const seq = Number(row.dataset['seq'] ?? 0)
  const message = model.messages.value.get(seq)
  if (!message || message.deletedAt !== undefined) return false
  switch (id) {
    case 'messageReply':
      model.replyTo.value = seq
      return true
    case 'messageEdit':
      if (message.by !== app.self) return false
      model.editing.value = seq
      return true
    case 'messageReact':
      model.beside.value = { kind: 'emoji', seq, opener: row }
      return true
    case 'messageUnread':
      markUnreadFrom(app, model, seq)
      return true
    case 'messageCopy':
      // With a selection the browser copies that.
      if (document.getSelection()?.isCollapsed === false) return false
      void copyText(app, message.text)
      return true
    case 'messageDelete':
      return askToDelete(app, model, message)
    case 'messageMenu':
      model.beside.value = { kind: 'menu', seq, opener: row }
      return true
    default:
      return false
  }
}
