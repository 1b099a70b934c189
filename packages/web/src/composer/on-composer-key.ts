import type { App } from '../app/app-context.ts'
import { lastMessage } from '../room/room-model.ts'
import { markAllRead } from '../timeline/mark-unread.ts'
import type { Composing } from './composing.ts'

/** Keys of the composer alone: Escape takes back one thing after the other and then says "I have read it", arrows in the empty box lead to the latest messages. */
export function onComposerKey(
  event: KeyboardEvent,
  app: Pick<App, 'keys' | 'self' | 'deletions' | 'hasGreeted' | 'notices'>,
  { model, writing, problem }: Composing,
): boolean {
  const { keys, self, deletions } = app
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === 'Escape' && isPlain) {
    for (const shown of [problem, writing.pastedLines, model.replyTo]) {
      if (shown.value === undefined) continue
      shown.value = undefined
      return true
    }
    // The focus is here when a room opens: whoever has read it need not go to the timeline to say so.
    if (keys.pressed('timeline', event) !== 'markRead') return false
    markAllRead(app, model)
    return true
  }
  if (model.text.value !== '') return false
  const hidden = deletions.hidden(model.id)
  switch (keys.pressed('composer', event)) {
    case 'editLast':
      return put(model.editing, lastMessage(model.messages.value, hidden, self))
    case 'replyLast':
      return put(model.replyTo, lastMessage(model.messages.value, hidden))
    default:
      return false
  }
}

function put(target: { value: number | undefined }, seq: number | undefined): boolean {
  if (seq !== undefined) target.value = seq
  return seq !== undefined
}
