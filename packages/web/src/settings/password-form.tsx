import { BOUNDS } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'

/** A new password for the old one. */
export function PasswordForm() {
  const { natter, notices } = useApp()
  const old = useSignal('')
  const wanted = useSignal('')
  // What is wrong with the new one the server tells of as at the sign-up.
  const form = useForm(['password.old', 'password'])
  const save = async (): Promise<void> => {
    await natter.http.updateMe({ password: { old: old.value, new: wanted.value } })
    old.value = ''
    wanted.value = ''
    notices.tell(say('settings.passwordSaved'))
  }
  return (
    <form class="settings__form" onSubmit={(event) => form.submit(event, save)}>
      <Field
        label={say('settings.oldPassword')}
        type="password"
        autoComplete="current-password"
        required
        value={old.value}
        onText={(text) => (old.value = text)}
        error={form.errorOf('password.old')}
      />
      <Field
        label={say('settings.newPassword')}
        type="password"
        autoComplete="new-password"
        required
        minLength={BOUNDS.passwordMin}
        value={wanted.value}
        onText={(text) => (wanted.value = text)}
        hint={say('settings.passwordHint', { min: BOUNDS.passwordMin })}
        error={form.errorOf('password')}
      />
      <FormError text={form.formError()} />
      <Button type="submit" look="main" disabled={form.isBusy.value || old.value === '' || wanted.value === ''}>
        {say('settings.savePassword')}
      </Button>
    </form>
  )
}
