import type { Room } from '@natter/protocol'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import { roomTitle } from '../room/room-title.ts'
import { lastOwnMessage } from '../room/room-model.ts'
import type { RoomModel } from '../room/room-model.ts'
import { ReplyBar } from './reply-bar.tsx'
import { isSendKey } from './send-key.ts'
import { TextTooLong } from './text-too-long.tsx'
import { useGrowing } from './use-growing.ts'
import './composer.css'

/** Where one writes. Enabled whatever the connection does: what is sent waits in the SDK's outbox. */
export function Composer({ model, room }: { model: RoomModel; room: Room | undefined }) {
  const { natter, self, isTouch } = useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const text = model.text.value
  const isLive = watch(natter.connection).state === 'live'
  useGrowing(area, text)
  useLayoutEffect(() => {
    if (!isTouch.value) area.current?.focus()
  }, [model])
  useLayoutEffect(() => {
    if (model.replyTo.value !== undefined) area.current?.focus()
  }, [model.replyTo.value])

  if (room?.archivedAt !== undefined)
    return <p class="composer composer--closed">This room is archived and read-only.</p>

  const send = (): void => {
    // A refusal shows at the message itself, with what can be done about it.
    model.send()?.sent.catch(() => {})
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isSendKey(event, isTouch.value)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape' && model.replyTo.value !== undefined) model.replyTo.value = undefined
    else if (event.key === 'ArrowUp' && text === '') {
      const seq = lastOwnMessage(model.messages.value, self)
      if (seq === undefined) return
      event.preventDefault()
      model.editing.value = seq
    }
  }
  const onInput = (typed: string): void => {
    model.setText(typed)
    model.handle.typing(typed.trim() !== '')
  }
  const name = room && roomTitle(room, self, (user) => watch(natter.user(user))?.name)
  const to = name === undefined ? '' : ` ${room?.people ? name : `#${name}`}`
  return (
    <form class="composer" aria-label="Write a message" onSubmit={(event) => (event.preventDefault(), send())}>
      <ReplyBar model={model} />
      <div class="composer__box">
        <textarea
          ref={area}
          id="composer-text"
          class="composer__text"
          rows={1}
          dir="auto"
          aria-label={`Message${to}`}
          placeholder={isLive ? `Message${to}` : 'Will be sent when back online'}
          value={text}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => model.handle.typing(false)}
        />
        <TextTooLong text={text} limits={watch(natter.limits)} />
        <IconButton icon="send" label="Send" type="submit" disabled={text.trim() === ''} />
      </div>
    </form>
  )
}
