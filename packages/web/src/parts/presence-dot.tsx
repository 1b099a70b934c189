import type { PresenceStatus, UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { say } from '../words/say.ts'
import './presence-dot.css'

/** Whether somebody is there: full, hollow, barred or a faint ring, so that colour alone never tells. */
export function PresenceDot({ user }: { user: UserId }) {
  return <StatusDot status={watch(useApp().natter.presence(user))} />
}

export function StatusDot({ status }: { status: PresenceStatus }) {
  return (
    <span class="presence" data-status={status} role="img" aria-label={say(`app.presence.${status}`)}>
      <svg viewBox="0 0 12 12">
        <circle class="presence__disc" cx="6" cy="6" r="4" />
        {status === 'dnd' && <path class="presence__bar" d="M4.2 6h3.6" />}
      </svg>
    </span>
  )
}
