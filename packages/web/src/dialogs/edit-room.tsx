import { BOUNDS } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { useLayer } from '../app/use-layer.ts'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { roomNameOf } from '../room/room-name-of.ts'
import { say } from '../words/say.ts'

/** A room's name and topic, and its archival. */
export function EditRoom({ room }: { room: RoomId }) {
  const { natter, dialog } = useApp()
  const handle = natter.room(room)
  const before = handle.info.value
  const name = useSignal(before?.name ?? '')
  const topic = useSignal(before?.topic ?? '')
  const form = useForm(['name', 'topic'])
  const cannotSave = form.isBusy.value || roomNameOf(name.value) === ''
  const isArchived = before?.archivedAt !== undefined
  const close = (): void => void (dialog.value = undefined)
  const isAsking = useSignal(false)
  const stopAsking = (): void => void (isAsking.value = false)
  useLayer(isAsking.value, stopAsking)
  const typed = (): { name: string; topic: string } => ({ name: roomNameOf(name.value), topic: topic.value.trim() })
  const save = (): Promise<void> => handle.update(typed())
  const revive = (): Promise<void> => handle.update({ archived: false })
  if (isAsking.value) {
    return (
      <Confirm
        title={say('dialogs.archiveTitle', { room: before?.name ?? say('dialogs.thisRoom') })}
        text={say('dialogs.archiveText')}
        action={say('dialogs.archive')}
        task={() => handle.update({ ...typed(), archived: true })}
        onClose={stopAsking}
        onDone={close}
      />
    )
  }
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
          {isArchived ? (
            <Button disabled={form.isBusy.value} onClick={(event) => form.submit(event, revive, close)}>
              {say('dialogs.revive')}
            </Button>
          ) : (
            <Button disabled={cannotSave} onClick={() => (isAsking.value = true)}>
              {say('dialogs.archive')}
            </Button>
          )}
          <Button type="submit" look="main" disabled={cannotSave || isArchived}>
            {say('dialogs.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
