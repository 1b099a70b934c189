import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { Button } from '../parts/button.tsx'
import { useApp } from './app-context.ts'
import { connectionLine, nextLineState, nextLookAt } from './connection-line.ts'
import type { LineState } from './connection-line.ts'
import { viewSignal } from './view-signal.ts'
import { say } from '../words/say.ts'
import { Say } from '../words/say-text.tsx'
import { serverWords } from '../words/server-words.ts'
import './connection-note.css'

/** One quiet line over the page while the server is away. It covers nothing one types into and takes no focus. */
export function ConnectionNote() {
  const { natter, clock } = useApp()
  const connection = viewSignal(natter.connection)
  const state = useSignal<LineState>({ state: 'quiet' })
  const now = useSignal(clock.now())

  useSignalEffect(() => {
    const at = Math.max(now.value, clock.now())
    const next = nextLineState(state.peek(), connection.value, at)
    if (next.state !== state.peek().state) state.value = next
    const lookAt = nextLookAt(next, at)
    if (lookAt === undefined) return undefined
    return clock.after(lookAt - at, () => (now.value = clock.now()))
  })

  const line = useComputed(() => connectionLine(state.value, connection.value, now.value)).value
  return (
    <div class="connection" role="status" data-kind={line.kind}>
      {line.kind === 'back' && say('app.backOnline')}
      {line.kind === 'stopped' && serverWords(line.why, `app.stopped.${line.action}`)}
      {line.kind === 'stopped' && line.action === 'upgrade' && (
        <Button onClick={() => location.reload()}>{say('app.reload')}</Button>
      )}
      {line.kind === 'stopped' && line.action === 'none' && (
        <Button onClick={() => natter.reconnectNow()}>{say('app.tryAgain')}</Button>
      )}
      {line.kind === 'reconnecting' && (
        <>
          {say('app.reconnecting')}
          {line.retryInS !== undefined && (
            <span>
              <Say id="app.retryIn" seconds={line.retryInS} now={<RetryNow />} />
            </span>
          )}
        </>
      )}
    </div>
  )
}

function RetryNow() {
  const { natter } = useApp()
  return (
    <button type="button" class="connection__now" onClick={() => natter.reconnectNow()}>
      {say('app.retryNow')}
    </button>
  )
}
