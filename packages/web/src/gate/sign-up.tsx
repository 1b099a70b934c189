import { BOUNDS } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import type { Entrance } from '../app/entrance.ts'
import { Button } from '../parts/button.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'

interface SignUpProps {
  signUp: Entrance['signUp']
  invite?: string
  /** Of a place without accounts, which its owner may change. */
  placeName?: string
  action: string
}

/** A new account. */
export function SignUp({ signUp, invite, placeName, action }: SignUpProps) {
  const name = useSignal('')
  const place = useSignal(placeName ?? '')
  const handle = useSignal('')
  const password = useSignal('')
  const form = useForm(['handle', 'name', 'password'])
  const submit = (): Promise<void> =>
    signUp(
      {
        handle: handle.value.trim().toLowerCase(),
        password: password.value,
        ...(name.value.trim() === '' ? {} : { name: name.value.trim() }),
        ...(invite === undefined ? {} : { invite }),
      },
      place.value.trim() === '' ? undefined : place.value.trim(),
    )
  return (
    <form class="gate__form" onSubmit={(event) => form.submit(event, submit)}>
      {placeName !== undefined && (
        <Field
          label={say('first.placeName')}
          autoComplete="off"
          maxLength={BOUNDS.nameMax}
          value={place.value}
          onText={(text) => (place.value = text)}
          hint={say('first.placeNameHint')}
        />
      )}
      <Field
        label={say('gate.name')}
        name="name"
        autoComplete="name"
        maxLength={BOUNDS.nameMax}
        autoFocus
        value={name.value}
        onText={(text) => (name.value = text)}
        hint={say('gate.nameHint')}
        error={form.errorOf('name')}
      />
      <Field
        label={say('gate.handle')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellcheck={false}
        required
        minLength={BOUNDS.handleMin}
        maxLength={BOUNDS.handleMax}
        value={handle.value}
        onText={(text) => (handle.value = text)}
        hint={say('gate.handleHint')}
        error={form.errorOf('handle')}
      />
      <Field
        label={say('gate.password')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={BOUNDS.passwordMin}
        value={password.value}
        onText={(text) => (password.value = text)}
        hint={say('gate.passwordHint', { min: BOUNDS.passwordMin })}
        error={form.errorOf('password')}
      />
      <FormError text={form.formError()} />
      <Button type="submit" look="main" disabled={form.isBusy.value}>
        {action}
      </Button>
    </form>
  )
}
