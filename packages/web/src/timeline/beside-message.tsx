import type { Message } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { LazyEmojiPicker } from '../emoji/lazy-emoji-picker.tsx'
import { Menu } from '../parts/menu.tsx'
import { placeBelow } from '../parts/menu-place.ts'
import type { Beside, RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { messageMenu } from './message-menu.ts'
import { QuickRow } from './quick-row.tsx'
import { toggleReaction } from './toggle-reaction.ts'

/** The window that is open beside a message, if one is. Here and not in its row, which comes and goes with the scrolling. */
export function BesideMessage({ model }: { model: RoomModel }) {
  const beside = model.beside.value
  const message = beside && model.messages.value.get(beside.seq)
  if (!message || message.deletedAt !== undefined) return null
  return <Open model={model} message={message} beside={beside} />
}

function Open({ model, message, beside }: { model: RoomModel; message: Message; beside: Beside }) {
  const app = useApp()
  // Only what is open itself: choosing may have opened the next one.
  const close = (): void => {
    if (model.beside.peek() === beside) model.beside.value = undefined
  }
  const react = (emoji: string): void => toggleReaction(app, model.handle, message, emoji)
  if (beside.kind === 'emoji') return <LazyEmojiPicker opener={beside.opener} onPick={react} onClose={close} />
  const openBeside = (kind: Beside['kind']): void => {
    model.beside.value = { kind, seq: message.seq, opener: beside.opener }
  }
  return (
    <Menu
      label={say('timeline.actions')}
      groups={messageMenu(app, model, message, openBeside)}
      at={beside.at ?? placeBelow(beside.opener)}
      onClose={close}
    >
      {app.isTouch.value && <QuickRow onPick={(emoji) => (close(), react(emoji))} />}
    </Menu>
  )
}
