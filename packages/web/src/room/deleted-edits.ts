import { effect } from '@preact/signals'
import type { App } from '../app/app-context.ts'
import type { RoomModel } from './room-model.ts'

type Model = Pick<RoomModel, 'id' | 'messages' | 'editing' | 'text' | 'setText'>

/**
 * Ends edits of messages that are deleted meanwhile. What was typed becomes the draft where there is none, unless the reader
 * deleted the message here.
 */
export function watchDeletedEdits({ edits, deletions }: Pick<App, 'edits' | 'deletions'>, model: Model): () => void {
  const { id, messages, editing } = model
  const ownWishes = new Set<number>()
  return effect(() => {
    for (const { seq, text } of edits.in(id)) {
      if (deletions.hidden(id).has(seq)) ownWishes.add(seq)
      if (messages.value.get(seq)?.deletedAt === undefined) continue
      edits.drop(id, seq)
      if (editing.peek() === seq) editing.value = undefined
      if (model.text.peek() === '' && !ownWishes.has(seq)) model.setText(text)
    }
  })
}
