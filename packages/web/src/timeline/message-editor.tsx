import type { Message } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { useGrowing } from '../composer/use-growing.ts'
import { isSendKey } from '../composer/send-key.ts'
import { Button } from '../parts/button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import './message-editor.css'

/** Edits a message in its place. */
export function MessageEditor({ model, message }: { model: RoomModel; message: Message }) {
  const { notices, isTouch } = useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const text = useSignal(message.text)
  const isBusy = useSignal(false)
  useGrowing(area, text.value)
  // Before the next key: what is typed at once after the one that opens this belongs in here.
  useLayoutEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(text.peek().length, text.peek().length)
  }, [])
  const close = (): void => {
    model.editing.value = undefined
    document.getElementById('composer-text')?.focus()
  }
  const save = async (): Promise<void> => {
    const typed = text.value.trim()
    if (typed === '' || isBusy.value) return
    isBusy.value = true
    const isDone = typed === message.text || (await notices.attempt(model.handle.edit(message.seq, typed)))
    isBusy.value = false
    if (isDone) close()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (isSendKey(event, isTouch.value)) {
      event.preventDefault()
      void save()
    }
    // Keys of the timeline are not for somebody who writes.
    event.stopPropagation()
  }
  return (
    <form class="editor" onSubmit={(event) => (event.preventDefault(), void save())}>
      <textarea
        ref={area}
        class="editor__text"
        rows={1}
        dir="auto"
        aria-label={say('timeline.editMessage')}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="editor__actions">
        <Button onClick={close}>{say('timeline.cancel')}</Button>
        <Button look="main" type="submit" disabled={text.value.trim() === '' || isBusy.value}>
          {say('timeline.save')}
        </Button>
      </div>
    </form>
  )
}
