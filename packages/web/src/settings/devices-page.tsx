import type { SessionInfo } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { sentenceOf } from '../app/sentence-of.ts'
import { Button } from '../parts/button.tsx'
import { FormError } from '../parts/field.tsx'
import { say } from '../words/say.ts'
import { deviceName } from './device-name.ts'

/** Where one is signed in, and the way to end that. */
export function DevicesPage() {
  const { natter } = useApp()
  const sessions = useSignal<readonly SessionInfo[] | undefined>(undefined)
  const error = useSignal<string | undefined>(undefined)
  const load = async (): Promise<void> => {
    try {
      sessions.value = await natter.http.sessions()
      error.value = undefined
    } catch (cause) {
      error.value = sentenceOf(cause)
    }
  }
  const end = async (id: SessionInfo['id']): Promise<void> => {
    try {
      await natter.http.revokeSession(id)
    } catch (cause) {
      error.value = sentenceOf(cause)
      return
    }
    await load()
  }
  useEffect(() => void load(), [])
  return (
    <>
      <p class="settings__hint">{say('settings.devicesHint')}</p>
      <FormError text={error.value} />
      {sessions.value === undefined && error.value === undefined && <p role="status">{say('settings.loading')}</p>}
      <ul>
        {sessions.value?.map((session) => (
          <Device key={session.id} session={session} onEnd={() => end(session.id)} />
        ))}
      </ul>
      {error.value !== undefined && (
        <div>
          <Button onClick={() => void load()}>{say('app.tryAgain')}</Button>
        </div>
      )}
    </>
  )
}

function Device({ session, onEnd }: { session: SessionInfo; onEnd: () => Promise<void> }) {
  const { time, minute } = useApp()
  const isBusy = useSignal(false)
  const { device, address, lastSeenAt, current } = session
  const known = deviceName(device)
  const called = known ? say('settings.deviceName', known) : device
  const name = called === '' ? say('settings.deviceUnknown') : called
  const end = async (): Promise<void> => {
    isBusy.value = true
    await onEnd()
    isBusy.value = false
  }
  return (
    <li class="settings__row">
      <div class="settings__row-name">
        <p title={device}>
          <bdi>{name}</bdi>
        </p>
        <p class="settings__hint">
          {current
            ? say('settings.thisDevice')
            : say('settings.lastSeen', { when: time.relative(lastSeenAt, minute.value), address })}
        </p>
      </div>
      {!current && (
        <Button
          disabled={isBusy.value}
          aria-label={say('settings.signOutOf', { device: name })}
          onClick={() => void end()}
        >
          {say('settings.signOutThere')}
        </Button>
      )}
    </li>
  )
}
