import type { Message } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import type { Beside, RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { quickReactions } from './quick-reactions.ts'
import { toggleReaction } from './toggle-reaction.ts'
import './message-tools.css'

/** How many reactions stand open; the picker has all. */
const OPEN_REACTIONS = 3

/** What one does with a message most; the rest is in its menu. */
export function MessageTools({ model, message }: { model: RoomModel; message: Message }) {
  const app = useApp()
  const open = (kind: Beside['kind']) => (event: MouseEvent & { currentTarget: HTMLElement }) => {
    model.beside.value = { kind, seq: message.seq, opener: event.currentTarget }
  }
  return (
    <div class="tools" role="toolbar" aria-label={say('timeline.actions')}>
      {quickReactions(app.emoji.recent.value, OPEN_REACTIONS).map((each) => (
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
      <IconButton icon="smile" label={say('timeline.addReaction')} aria-haspopup="dialog" onClick={open('emoji')} />
      <IconButton icon="reply" label={say('timeline.reply')} onClick={() => (model.replyTo.value = message.seq)} />
      <IconButton icon="more" label={say('timeline.more')} aria-haspopup="menu" onClick={open('menu')} />
    </div>
  )
}
