import { BOUNDS } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { StatusChoice } from '../profile/status-choice.tsx'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'
import { PasswordForm } from './password-form.tsx'

/** One's name as others see it, one's status and password, and the way out. */
export function ProfilePage() {
  const { natter, self, notices, signOut } = useApp()
  const user = watch(natter.self)
  // Undefined while nothing was typed: the name may still come, or change elsewhere.
  const typed = useSignal<string | undefined>(undefined)
  const form = useForm(['name'])
  const name = typed.value ?? user?.name ?? ''
  const save = async (): Promise<void> => {
    await natter.http.updateMe({ name: name.trim() })
    typed.value = undefined
    notices.tell(say('settings.nameSaved'))
  }
  const isSame = name.trim() === '' || name.trim() === user?.name
  return (
    <>
      <form class="settings__form" onSubmit={(event) => form.submit(event, save)}>
        <div class="settings__you">
          <Avatar user={self} size="large" />
          {user && <p>{atHandle(user.handle)}</p>}
        </div>
        <Field
          label={say('dialogs.yourName')}
          required
          maxLength={BOUNDS.nameMax}
          value={name}
          onText={(text) => (typed.value = text)}
          error={form.errorOf('name')}
        />
        <FormError text={form.formError()} />
        <Button type="submit" look="main" disabled={form.isBusy.value || isSame}>
          {say('settings.saveName')}
        </Button>
      </form>
      <StatusChoice />
      <PasswordForm />
      <div>
        <Button icon="leave" onClick={() => void notices.attempt(signOut())}>
          {say('dialogs.signOut')}
        </Button>
      </div>
    </>
  )
}
