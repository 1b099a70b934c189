import { useComputed } from '@preact/signals'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Name } from '../parts/name.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { plainText } from '../text/plain-text.ts'
import { Say } from '../words/say-text.tsx'
import { say } from '../words/say.ts'

/** What the next message answers. */
export function ReplyBar({ model }: { model: RoomModel }) {
  const message = useComputed(() =>
    model.replyTo.value === undefined ? undefined : model.messages.value.get(model.replyTo.value),
  ).value
  if (model.replyTo.value === undefined) return null
  return (
    <div class="composer__reply">
      <Icon name="reply" />
      <span class="composer__reply-text" dir="auto">
        {message ? (
          <Say id="composer.replyingToText" who={<Name user={message.by} />} text={plainText(message.text)} />
        ) : (
          say('composer.replyingToEarlier')
        )}
      </span>
      <IconButton icon="close" label={say('composer.stopReply')} onClick={() => (model.replyTo.value = undefined)} />
    </div>
  )
}
