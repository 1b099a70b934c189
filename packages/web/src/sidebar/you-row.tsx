import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import './you-row.css'

/** Oneself, at the sidebar's foot: the way to status, theme and signing out. */
export function YouRow() {
  const { natter, self, dialog } = useApp()
  const user = watch(natter.self)
  return (
    <footer class="you-row">
      <button type="button" class="you-row__button" onClick={() => (dialog.value = { kind: 'you' })}>
        <Avatar user={self} size="small" />
        <span class="you-row__name">{user?.name ?? '…'}</span>
        <PresenceDot user={self} />
        <span class="unseen">Your settings</span>
      </button>
    </footer>
  )
}
