import { BOUNDS } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'

/** A room's name and topic, and its archival. */
export function EditRoom({ room }: { room: RoomId }) {
  const { natter, dialog } = useApp()
  const handle = natter.room(room)
  const before = handle.info.value
  const name = useSignal(before?.name ?? '')
  const topic = useSignal(before?.topic ?? '')
  const form = useForm(['name', 'topic'])
  const isArchived = before?.archivedAt !== undefined
  const close = (): void => void (dialog.value = undefined)
  const save = (): Promise<void> => handle.update({ name: name.value.trim(), topic: topic.value.trim() })
  const archive = (): Promise<void> => handle.update({ archived: !isArchived })
  return (
    <Dialog title={say('dialogs.editRoom')} onClose={close}>
      <form onSubmit={(event) => form.submit(event, save, close)}>
        <Field
          label={say('dialogs.name')}
          required
          autoFocus
          maxLength={BOUNDS.nameMax}
          value={name.value}
          onText={(text) => (name.value = text)}
          disabled={isArchived}
          error={form.errorOf('name')}
        />
        <Field
          label={say('dialogs.topic')}
          maxLength={BOUNDS.topicMax}
          value={topic.value}
          onText={(text) => (topic.value = text)}
          disabled={isArchived}
          error={form.errorOf('topic')}
        />
        <FormError text={form.formError()} />
        <DialogActions>
          <Button disabled={form.isBusy.value} onClick={(event) => form.submit(event, archive, close)}>
            {isArchived ? say('dialogs.revive') : say('dialogs.archive')}
          </Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || isArchived || name.value.trim() === ''}>
            {say('dialogs.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
