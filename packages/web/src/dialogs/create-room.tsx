import { BOUNDS } from '@natter/protocol'
import type { Room } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { roomNameOf } from '../room/room-name-of.ts'
import { say } from '../words/say.ts'

const KINDS = ['public', 'private'] as const

/** A new room: what it is called, what it is about, who may see it. */
export function CreateRoom() {
  const { natter, router, dialog } = useApp()
  const name = useSignal('')
  const topic = useSignal('')
  const kind = useSignal<'public' | 'private'>('public')
  const form = useForm(['name', 'topic'])
  const kinds = KINDS.map((value) => ({
    value,
    label: say(`dialogs.kind.${value}`),
    hint: say(`dialogs.kind.${value}Hint`),
  }))
  const close = (): void => void (dialog.value = undefined)
  const create = (): Promise<Room> => {
    const words = topic.value.trim()
    return natter.createRoom({
      kind: kind.value,
      name: roomNameOf(name.value),
      ...(words === '' ? {} : { topic: words }),
    })
  }
  const enter = (room: Room): void => {
    close()
    router.go({ at: 'room', room: room.id })
  }
  return (
    <Dialog title={say('dialogs.newRoom')} onClose={close}>
      <form onSubmit={(event) => form.submit(event, create, enter)}>
        <Field
          label={say('dialogs.name')}
          required
          autoFocus
          maxLength={BOUNDS.nameMax}
          value={name.value}
          onText={(text) => (name.value = text)}
          error={form.errorOf('name')}
        />
        <Field
          label={say('dialogs.topicOptional')}
          maxLength={BOUNDS.topicMax}
          value={topic.value}
          onText={(text) => (topic.value = text)}
          error={form.errorOf('topic')}
        />
        <Choice
          title={say('dialogs.whoSees')}
          choices={kinds}
          value={kind.value}
          onChoose={(value) => (kind.value = value)}
        />
        <FormError text={form.formError()} />
        <DialogActions>
          <Button onClick={close}>{say('app.cancel')}</Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || roomNameOf(name.value) === ''}>
            {say('dialogs.createRoom')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
