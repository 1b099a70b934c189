import type { Message } from '@natter/protocol'
import { signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { createWriting } from '../composer/writing.ts'
import { WritingArea } from '../composer/writing-area.tsx'
import { Button } from '../parts/button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import './message-editor.css'

/** Edits a message in its place. What was typed stays while its row is not drawn, or its room. */
export function MessageEditor({ model, message }: { model: RoomModel; message: Message }) {
  const app = useApp()
  const isBusy = useSignal(false)
  const form = useRef<HTMLFormElement>(null)
  const typedSoFar = (): string | undefined => app.edits.of(model.id, message.seq)?.text
  // A late answer leaves alone what is edited by then, and the focus where it is by then.
  const close = (): void => {
    const { activeElement, body } = document
    const isHere = form.current !== null && (activeElement === body || form.current.contains(activeElement))
    if (isHere) document.getElementById('composer-text')?.focus()
    if (model.editing.peek() === message.seq) model.editing.value = model.editorShown.value = undefined
    app.edits.drop(model.id, message.seq)
  }
  const writing = useMemo(() => {
    const text = signal(typedSoFar() ?? message.text)
    return createWriting(app, {
      room: model.handle,
      text,
      setText: (typed) => {
        text.value = typed
        app.edits.keep(model.id, { seq: message.seq, text: typed })
      },
      submit: () => void save(text.value.trim()),
    })
  }, [model, message.seq])
  // Before the next key: what is typed at once after the one that opens this belongs in here. A row that is drawn again
  // leaves the focus where one writes by then.
  useLayoutEffect(() => {
    if (model.editorShown.peek() === message.seq) return
    model.editorShown.value = message.seq
    const end = writing.text.peek().length
    writing.area?.focus()
    writing.area?.setSelectionRange(end, end)
  }, [writing])

  const save = async (typed: string): Promise<void> => {
    if (typed === '' || isBusy.value) return
    const isSame = typed === message.text
    // What waits for the line would be carried out later, also when it is cancelled meanwhile.
    if (!isSame && app.natter.connection.value.state !== 'live')
      return app.notices.tell(say('composer.needsConnection'))
    isBusy.value = true
    const isDone = isSame || (await app.notices.attempt(model.handle.edit(message.seq, typed)))
    isBusy.value = false
    // Whoever has typed on meanwhile, here or in the next editor of the message, goes on.
    if (isDone && (typedSoFar()?.trim() ?? typed) === typed) close()
  }
  const onOwnKey = ({ key }: KeyboardEvent): boolean => {
    if (key === 'Escape') close()
    return key === 'Escape'
  }
  const isEmpty = writing.text.value.trim() === ''
  return (
    // Keys of the timeline are not for somebody who writes.
    <form
      ref={form}
      class="editor"
      onSubmit={(event) => (event.preventDefault(), writing.submit())}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="editor__box">
        <WritingArea writing={writing} label={say('timeline.editMessage')} onOwnKey={onOwnKey} />
      </div>
      <div class="editor__actions">
        <Button onClick={close}>{say('timeline.cancel')}</Button>
        <Button look="main" type="submit" disabled={isEmpty || isBusy.value}>
          {say('timeline.save')}
        </Button>
      </div>
    </form>
  )
}
