import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/name.tsx'
import type { RoomModel } from '../room/room-model.ts'

/** What the next message answers. */
export function ReplyBar({ model }: { model: RoomModel }) {
  const seq = model.replyTo.value
  const message = seq === undefined ? undefined : model.messages.value.get(seq)
  if (seq === undefined) return null
  return (
    <div class="composer__reply">
      <Icon name="reply" />
      <span class="composer__reply-text" dir="auto">
        Replying to {message ? <Name user={message.by} /> : 'an earlier message'}
        {message && `: ${message.text}`}
      </span>
      <IconButton icon="close" label="Do not reply" onClick={() => (model.replyTo.value = undefined)} />
    </div>
  )
}
