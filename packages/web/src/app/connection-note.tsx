import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { Button } from '../parts/button.tsx'
import { useApp } from './app-context.ts'
import { connectionLine, nextLineState, nextLookAt } from './connection-line.ts'
import type { LineState } from './connection-line.ts'
import { viewSignal } from './view-signal.ts'
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
      {line.kind === 'back' && 'Back online'}
      {line.kind === 'stopped' && line.why}
      {line.kind === 'stopped' && line.action === 'upgrade' && (
        <Button onClick={() => location.reload()}>Reload</Button>
      )}
      {line.kind === 'stopped' && line.action === 'none' && (
        <Button onClick={() => natter.reconnectNow()}>Try again</Button>
      )}
      {line.kind === 'reconnecting' && (
        <>
          Reconnecting…
          {line.retryInS !== undefined && (
            <span>
              (retry in {line.retryInS} s ·{' '}
              <button type="button" class="connection__now" onClick={() => natter.reconnectNow()}>
                Retry now
              </button>
              )
            </span>
          )}
        </>
      )}
    </div>
  )
}
