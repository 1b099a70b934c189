import type { RoomModel } from '../room/room-model.ts'
import { roomTitle } from '../room/room-title.ts'
import { useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { IconButton } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { AskEveryone } from './ask-everyone.tsx'
import { ComposerNotes } from './composer-notes.tsx'
import { createComposing } from './composing.ts'
import { EmojiButton } from './emoji-button.tsx'
import { FormatRow } from './format/format-row.tsx'
import { onComposerKey } from './on-composer-key.ts'
import { ReplyBar } from './reply-bar.tsx'
import { TextTooLong } from './text-too-long.tsx'
import { useCaret } from './use-caret.ts'
import { useFocus } from './use-focus.ts'
import { WritingArea } from './writing-area.tsx'
import './composer.css'

/**
 * Where one writes. Enabled whatever the connection does: what is sent waits in the SDK's outbox. It follows nothing that changes
 * with a message that comes in, and nothing follows it at a keystroke, so that neither waits for the other.
 */
export function Composer({ model }: { model: RoomModel }) {
  const app = useApp()
  const { natter, self } = app
  const composing = useMemo(() => createComposing(app, model), [app, model])
  const { writing, isFormatting } = composing
  const isArchived = useComputed(() => model.info.value?.archivedAt !== undefined).value
  const to = useComputed(() => {
    const room = model.info.value
    const name = room && roomTitle(room, self, (user) => watch(natter.user(user))?.name)
    return name === undefined || room?.people ? name : `#${name}`
  }).value
  const isLive = useComputed(() => watch(natter.connection).state === 'live').value
  const isEmpty = useComputed(() => model.text.value.trim() === '').value
  useCaret(writing, model)
  useFocus(writing, model, !isArchived)

  if (isArchived) return <p class="composer composer--closed">{say('composer.archived')}</p>
  const label = to === undefined ? say('composer.message') : say('composer.messageTo', { to })
  return (
    <>
      <form
        class="composer"
        aria-label={say('composer.write')}
        onSubmit={(event) => (event.preventDefault(), writing.submit())}
      >
        <ReplyBar model={model} />
        <ComposerNotes composing={composing} />
        <div class="composer__box">
          <WritingArea
            writing={writing}
            id="composer-text"
            label={label}
            placeholder={isLive ? label : say('composer.offline')}
            onOwnKey={(event) => onComposerKey(event, app, composing)}
            onBlur={() => model.handle.typing(false)}
          />
          <div class="composer__tools">
            <IconButton
              icon="format"
              label={say('composer.formatting')}
              aria-expanded={isFormatting.value}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => (isFormatting.value = !isFormatting.value)}
            />
            <EmojiButton writing={writing} />
            <TextTooLong text={model.text} limits={watch(natter.limits)} />
            <span class="composer__send">
              <IconButton icon="send" label={say('composer.send')} type="submit" disabled={isEmpty} />
            </span>
          </div>
          {isFormatting.value && <FormatRow writing={writing} />}
        </div>
      </form>
      {composing.asking.value && <AskEveryone composing={composing} room={to} />}
    </>
  )
}
