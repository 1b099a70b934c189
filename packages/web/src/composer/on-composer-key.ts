import type { App } from '../app/app-context.ts'
import { lastMessage } from '../room/room-model.ts'
import type { Composing } from './composing.ts'

/** Keys of the composer alone: Escape takes back one thing after the other, arrows in the empty box lead to the latest messages. */
export function onComposerKey(
  event: KeyboardEvent,
  { keys, self, deletions }: Pick<App, 'keys' | 'self' | 'deletions'>,
  { model, writing, problem }: Composing,
): boolean {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === 'Escape' && isPlain) {
    for (const shown of [problem, writing.pastedLines, model.replyTo]) {
      if (shown.value === undefined) continue
      shown.value = undefined
      return true
    }
    return false
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
