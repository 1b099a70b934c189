import type { Message } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { canModerate } from '../room/can-moderate.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { QUICK_REACTIONS } from './reaction-list.ts'
import { toggleReaction } from './toggle-reaction.ts'
import './message-tools.css'

/** How many reactions stand open; the others unfold. */
const OPEN_REACTIONS = 3

/** What one can do with a message. */
export function MessageTools({ model, message }: { model: RoomModel; message: Message }) {
  const app = useApp()
  const isUnfolded = useSignal(false)
  const isMine = message.by === app.self
  const mayDelete = isMine || canModerate(watch(model.handle.timeline).me, watch(app.natter.self))
  const emoji = isUnfolded.value ? QUICK_REACTIONS : QUICK_REACTIONS.slice(0, OPEN_REACTIONS)
  return (
    <div class="tools" role="toolbar" aria-label="Message actions">
      {emoji.map((each) => (
        <button
          key={each}
          type="button"
          class="icon-button tools__emoji"
          aria-label={`React with ${each}`}
          onClick={() => toggleReaction(app, model.handle, message, each)}
        >
          {each}
        </button>
      ))}
      <IconButton
        icon="smile"
        label={isUnfolded.value ? 'Fewer reactions' : 'More reactions'}
        aria-expanded={isUnfolded.value}
        onClick={() => (isUnfolded.value = !isUnfolded.value)}
      />
      <IconButton icon="reply" label="Reply" onClick={() => (model.replyTo.value = message.seq)} />
      {isMine && <IconButton icon="edit" label="Edit" onClick={() => (model.editing.value = message.seq)} />}
      {mayDelete && (
        <IconButton
          icon="trash"
          label="Delete"
          onClick={() => (app.dialog.value = { kind: 'deleteMessage', room: model.id, seq: message.seq })}
        />
      )}
    </div>
  )
}
