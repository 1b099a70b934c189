import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { sentenceOf } from '../app/sentence-of.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { say } from '../words/say.ts'

type Made = { url: string; expiresAt: number; uses: number }

/** A link that lets somebody new make an account. */
export function InviteLink() {
  const { natter, place, dialog, time, minute } = useApp()
  const made = useSignal<Made | undefined>(undefined)
  const error = useSignal<string | undefined>(undefined)
  const isCopied = useSignal(false)
  useEffect(() => {
    natter.http.createInvite().then(
      (invite) => (made.value = invite),
      (cause: unknown) => (error.value = sentenceOf(cause)),
    )
  }, [])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(made.value?.url ?? '')
      isCopied.value = true
    } catch {
      error.value = say('dialogs.noCopying')
    }
  }
  const invite = made.value
  return (
    <Dialog title={say('dialogs.inviteTitle', { place: place.name })} onClose={() => (dialog.value = undefined)}>
      <FormError text={error.value} />
      {invite && (
        <>
          <Field
            label={say('dialogs.inviteLink')}
            readOnly
            value={invite.url}
            onText={() => {}}
            onFocus={(event) => event.currentTarget.select()}
            hint={say('dialogs.inviteHint', {
              count: invite.uses,
              end: time.relative(invite.expiresAt, minute.value),
            })}
          />
          <Button look="main" icon={isCopied.value ? 'check' : 'link'} onClick={() => void copy()}>
            {isCopied.value ? say('dialogs.copied') : say('dialogs.copyLink')}
          </Button>
        </>
      )}
      {!invite && error.value === undefined && <p>{say('dialogs.makingLink')}</p>}
    </Dialog>
  )
}
