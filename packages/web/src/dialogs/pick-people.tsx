import { BOUNDS } from '@natter/protocol'
import type { Room, RoomId, User } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { PeopleFinder } from './people-finder.tsx'
import { say } from '../words/say.ts'

/** People to talk to: one, or a few at once. */
export function OpenDm() {
  const { natter, router, dialog } = useApp()
  const enter = (room: Room): void => {
    dialog.value = undefined
    router.go({ at: 'room', room: room.id })
  }
  return (
    <PickPeople
      title={say('dialogs.newDm')}
      action={say('dialogs.startTalking')}
      max={BOUNDS.directPeople - 1}
      submit={(people) => natter.openDm(people.map(({ id }) => id))}
      onDone={enter}
    />
  )
}

/** People to bring into a room. */
export function AddPeople({ room }: { room: RoomId }) {
  const { natter, dialog } = useApp()
  const add = async (people: User[]): Promise<void> => {
    for (const { id } of people) await natter.room(room).invite(id)
  }
  return (
    <PickPeople
      title={say('dialogs.addPeople')}
      action={say('dialogs.add')}
      max={ADDED_AT_ONCE_MAX}
      submit={add}
      onDone={() => (dialog.value = undefined)}
    />
  )
}

const ADDED_AT_ONCE_MAX = 20

interface PickPeopleProps<Result> {
  title: string
  action: string
  max: number
  submit: (people: User[]) => Promise<Result>
  onDone: (result: Result) => void
}

function PickPeople<Result>({ title, action, max, submit, onDone }: PickPeopleProps<Result>) {
  const { dialog } = useApp()
  const picked = useSignal<User[]>([])
  const form = useForm([])
  const toggle = (user: User): void => {
    const others = picked.value.filter(({ id }) => id !== user.id)
    picked.value = others.length < picked.value.length ? others : [...others, user].slice(0, max)
  }
  const close = (): void => void (dialog.value = undefined)
  return (
    <Dialog title={title} onClose={close}>
      <form onSubmit={(event) => form.submit(event, () => submit(picked.value), onDone)}>
        <PeopleFinder picked={picked.value} onToggle={toggle} />
        <FormError text={form.formError()} />
        <DialogActions>
          <Button onClick={close}>{say('app.cancel')}</Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || picked.value.length === 0}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
