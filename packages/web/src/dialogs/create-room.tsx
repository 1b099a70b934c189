import { BOUNDS } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'

const KINDS = [
  { value: 'public', label: 'Public', hint: 'Everybody here can find and join it.' },
  { value: 'private', label: 'Private', hint: 'Only people who are added can see it.' },
] as const

/** A new room: what it is called, what it is about, who may see it. */
export function CreateRoom() {
  const { natter, router, dialog } = useApp()
  const name = useSignal('')
  const topic = useSignal('')
  const kind = useSignal<'public' | 'private'>('public')
  const form = useForm(['name', 'topic'])
  const close = (): void => void (dialog.value = undefined)
  const create = async (): Promise<void> => {
    const words = topic.value.trim()
    const room = await natter.createRoom({
      kind: kind.value,
      name: name.value.trim(),
      ...(words === '' ? {} : { topic: words }),
    })
    close()
    router.go({ at: 'room', room: room.id })
  }
  return (
    <Dialog title="New room" onClose={close}>
      <form onSubmit={(event) => form.submit(event, create)}>
        <Field
          label="Name"
          required
          autoFocus
          maxLength={BOUNDS.nameMax}
          value={name.value}
          onText={(text) => (name.value = text)}
          error={form.errorOf('name')}
        />
        <Field
          label="Topic (optional)"
          maxLength={BOUNDS.topicMax}
          value={topic.value}
          onText={(text) => (topic.value = text)}
          error={form.errorOf('topic')}
        />
        <Choice title="Who may see it" choices={KINDS} value={kind.value} onChoose={(value) => (kind.value = value)} />
        <FormError text={form.formError()} />
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || name.value.trim() === ''}>
            Create room
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
