import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { say } from '../words/say.ts'
import { Say } from '../words/say-text.tsx'
import { serverWords } from '../words/server-words.ts'
import { useApp } from './app-context.ts'
import { connectionLine, nextLineState, nextLookAt } from './connection-line.ts'
import type { LineState } from './connection-line.ts'
import { viewSignal } from './view-signal.ts'
import './connection-note.css'

/** One quiet line over the page while the server is away. It covers nothing one types into and takes no focus. */
export function ConnectionNote() {
  const { natter, clock, link } = useApp()
  const connection = viewSignal(natter.connection)
  const rooms = viewSignal(natter.rooms)
  const state = useSignal<LineState>({ state: 'quiet' })
  const now = useSignal(clock.now())
  const unread = useComputed(() => rooms.value.reduce((sum, room) => sum + room.unread, 0))
  const unreadBefore = useSignal(0)

  useSignalEffect(() => {
    const at = Math.max(now.value, clock.now())
    const before = state.peek().state
    const next = nextLineState(state.peek(), connection.value, at)
    if (next.state !== before) state.value = next
    if (next.state === 'lost' && before === 'quiet') unreadBefore.value = unread.peek()
    const lookAt = nextLookAt(next, at)
    if (lookAt === undefined) return undefined
    return clock.after(lookAt - at, () => (now.value = clock.now()))
  })

  const line = useComputed(() => connectionLine(state.value, connection.value, now.value)).value
  // Read only then: it changes with every message.
  const news = line.kind === 'back' ? unread.value - unreadBefore.value : 0
  return (
    <div class="connection" data-kind={line.kind}>
      <p role="status">
        {line.kind === 'back' && (news > 0 ? say('frame.backWithNews', { count: news }) : say('app.backOnline'))}
        {line.kind === 'stopped' && serverWords(line.why, `app.stopped.${line.action}`)}
        {line.kind === 'reconnecting' && (
          <Link to={{ at: 'settings', page: 'connection' }} class="connection__more">
            {link.isRestarting.value ? say('frame.restarting') : say('app.reconnecting')}
          </Link>
        )}
      </p>
      {line.kind === 'stopped' && line.action === 'upgrade' && (
        <Button onClick={() => location.reload()}>{say('app.reload')}</Button>
      )}
      {line.kind === 'stopped' && line.action === 'none' && (
        <Button onClick={() => natter.reconnectNow()}>{say('app.tryAgain')}</Button>
      )}
      {/* Not for the ears, every second anew. */}
      {line.kind === 'reconnecting' && line.retryInS !== undefined && (
        <span>
          <Say id="app.retryIn" seconds={line.retryInS} now={<RetryNow />} />
        </span>
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
