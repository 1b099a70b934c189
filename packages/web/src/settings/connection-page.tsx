import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { say } from '../words/say.ts'
import { connectionFacts } from './connection-facts.ts'

/** What is counted is looked at this often. */
const LOOK_EVERY_MS = 1_000

/** How things stand with the server: whether it answers, how fast, and what has healed unseen. */
export function ConnectionPage() {
  const { natter, clock, link, outbox, place, time } = useApp()
  const connection = watch(natter.connection)
  const now = useSignal(clock.now())
  useEffect(() => {
    let cancel = (): void => {}
    const look = (): void => {
      now.value = clock.now()
      cancel = clock.after(LOOK_EVERY_MS, look)
    }
    look()
    return () => cancel()
  }, [clock])
  const facts = connectionFacts({
    connection,
    counters: { ...natter.counters },
    waiting: outbox.waiting.value,
    road: link.road.value,
    isRestarting: link.isRestarting.value,
    version: place.version,
    now: now.value,
    time,
  })
  return (
    <>
      <dl class="settings__facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {connection.state !== 'live' && (
        <div>
          <Button onClick={() => natter.reconnectNow()}>{say('app.retryNow')}</Button>
        </div>
      )}
    </>
  )
}
