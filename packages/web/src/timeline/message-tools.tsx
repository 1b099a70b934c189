import type { Message } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { canModerate } from '../room/can-moderate.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
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
    <div class="tools" role="toolbar" aria-label={say('timeline.actions')}>
      {emoji.map((each) => (
        <button
          key={each}
          type="button"
          class="icon-button tools__emoji"
          aria-label={say('timeline.reactWith', { emoji: each })}
          onClick={() => toggleReaction(app, model.handle, message, each)}
        >
          {each}
        </button>
      ))}
      <IconButton
        icon="smile"
        label={say('timeline.addReaction')}
        aria-expanded={isUnfolded.value}
        onClick={() => (isUnfolded.value = !isUnfolded.value)}
      />
      <IconButton icon="reply" label={say('timeline.reply')} onClick={() => (model.replyTo.value = message.seq)} />
      {isMine && (
        <IconButton icon="edit" label={say('timeline.edit')} onClick={() => (model.editing.value = message.seq)} />
      )}
      {mayDelete && (
        <IconButton
          icon="trash"
          label={say('timeline.delete')}
          onClick={() => (app.dialog.value = { kind: 'deleteMessage', room: model.id, seq: message.seq })}
        />
      )}
    </div>
  )
}
