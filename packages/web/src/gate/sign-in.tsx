import { useSignal } from '@preact/signals'
import { Button } from '../parts/button.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { say } from '../words/say.ts'

/** Handle and password. */
export function SignIn({ signIn }: { signIn: (input: { handle: string; password: string }) => Promise<void> }) {
  const handle = useSignal('')
  const password = useSignal('')
  const form = useForm(['handle', 'password'])
  return (
    <form
      class="gate__form"
      onSubmit={(event) =>
        form.submit(event, () => signIn({ handle: handle.value.trim().toLowerCase(), password: password.value }))
      }
    >
      <Field
        label={say('gate.handle')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellcheck={false}
        required
        autoFocus
        value={handle.value}
        onText={(text) => (handle.value = text)}
        error={form.errorOf('handle')}
      />
      <Field
        label={say('gate.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password.value}
        onText={(text) => (password.value = text)}
        error={form.errorOf('password')}
      />
      <FormError text={form.formError()} />
      <Button type="submit" look="main" disabled={form.isBusy.value}>
        {say('gate.signIn')}
      </Button>
    </form>
  )
}
