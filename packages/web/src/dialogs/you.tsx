import { BOUNDS } from '@natter/protocol'
import type { PresenceStatus } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { DensityChoice, LanguageChoice, ThemeChoice } from '../settings/look-choices.tsx'
import { atHandle } from '../words/at-handle.ts'
import { say } from '../words/say.ts'

const STATUSES: readonly PresenceStatus[] = ['active', 'away', 'dnd', 'offline']

/** Oneself: name, status, looks, and the way out. */
export function You() {
  const { natter, self, dialog, notices, signOut } = useApp()
  const user = watch(natter.self)
  const name = useSignal(user?.name ?? '')
  const form = useForm(['name'])
  const close = (): void => void (dialog.value = undefined)
  const save = async (): Promise<void> => {
    if (name.value.trim() !== user?.name) await natter.http.updateMe({ name: name.value.trim() })
    close()
  }
  return (
    <Dialog title={user === undefined ? say('dialogs.you') : atHandle(user.handle)} onClose={close}>
      <form onSubmit={(event) => form.submit(event, save)}>
        <Field
          label={say('dialogs.yourName')}
          required
          maxLength={BOUNDS.nameMax}
          value={name.value}
          onText={(text) => (name.value = text)}
          error={form.errorOf('name')}
        />
        <Choice
          title={say('dialogs.status')}
          choices={STATUSES.map((value) => ({ value, label: say(`dialogs.status.${value}`) }))}
          value={watch(natter.presence(self))}
          onChoose={(status) => void notices.attempt(natter.setStatus(status))}
        />
        <ThemeChoice />
        <DensityChoice />
        <LanguageChoice />
        <FormError text={form.formError()} />
        <DialogActions>
          <Button icon="leave" onClick={() => void notices.attempt(signOut())}>
            {say('dialogs.signOut')}
          </Button>
          <Button type="submit" look="main" disabled={form.isBusy.value || name.value.trim() === ''}>
            {say('dialogs.done')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
