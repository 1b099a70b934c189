import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { sentenceOf } from '../app/sentence-of.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field, FormError } from '../parts/field.tsx'

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
      error.value = 'The browser does not allow copying here. Select the link and copy it by hand.'
    }
  }
  const invite = made.value
  return (
    <Dialog title={`Invite people to ${place.name}`} onClose={() => (dialog.value = undefined)}>
      <FormError text={error.value} />
      {invite && (
        <>
          <Field
            label="Invite link"
            readOnly
            value={invite.url}
            onText={() => {}}
            onFocus={(event) => event.currentTarget.select()}
            hint={`For ${invite.uses === 1 ? 'one person' : `up to ${invite.uses} people`}. Ends ${time.relative(invite.expiresAt, minute.value)}.`}
          />
          <Button look="main" icon={isCopied.value ? 'check' : 'link'} onClick={() => void copy()}>
            {isCopied.value ? 'Copied' : 'Copy link'}
          </Button>
        </>
      )}
      {!invite && error.value === undefined && <p>Making a link…</p>}
    </Dialog>
  )
}
