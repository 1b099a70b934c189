import type { Invite } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { lazy } from '../app/lazy.tsx'
import { sentenceOf } from '../app/sentence-of.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { say } from '../words/say.ts'
import './invite-card.css'

const QR = lazy(async () => (await import('./qr-code.tsx')).QrCode)

/** How many people one link may let in; more than the last one the server refuses. */
const USES = ['1', '10', '100'] as const

/** A link that lets somebody new make an account, to copy and, for those beside one, to scan. */
export function InviteCard() {
  const { natter, time, minute } = useApp()
  const uses = useSignal<(typeof USES)[number]>('1')
  const made = useSignal<Pick<Invite, 'url' | 'expiresAt' | 'uses'> | undefined>(undefined)
  const error = useSignal<string | undefined>(undefined)
  const isCopied = useSignal(false)
  useEffect(() => {
    let isCurrent = true
    made.value = undefined
    error.value = undefined
    isCopied.value = false
    natter.http.createInvite({ uses: Number(uses.value) }).then(
      (invite) => isCurrent && (made.value = invite),
      (cause: unknown) => isCurrent && (error.value = sentenceOf(cause)),
    )
    return () => void (isCurrent = false)
  }, [uses.value])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(made.value?.url ?? '')
      isCopied.value = true
      error.value = undefined
    } catch {
      isCopied.value = false
      error.value = say('dialogs.noCopying')
    }
  }
  const invite = made.value
  return (
    <>
      <Choice
        title={say('dialogs.inviteUses')}
        choices={USES.map((value) => ({ value, label: say('dialogs.invitePeople', { count: Number(value) }) }))}
        value={uses.value}
        onChoose={(value) => (uses.value = value)}
      />
      <FormError text={error.value} />
      {invite && (
        <div class="invite">
          <div class="invite__words">
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
          </div>
          <QR text={invite.url} label={say('first.qr')} />
        </div>
      )}
      {!invite && error.value === undefined && <p>{say('dialogs.makingLink')}</p>}
    </>
  )
}
