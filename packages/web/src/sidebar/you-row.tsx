import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { placeBelow } from '../parts/menu-place.ts'
import { StatusDot } from '../parts/presence-dot.tsx'
import { say } from '../words/say.ts'
import './you-row.css'

/** Oneself, at the list's foot: the way to one's card and to the settings. */
export function YouRow() {
  const { natter, self, card } = useApp()
  const user = watch(natter.self)
  const status = watch(natter.presence(self))
  // Others cannot see one while the connection is away.
  const isSeen = watch(natter.connection).state === 'live'
  return (
    <footer class="you-row">
      <button
        type="button"
        class="you-row__button"
        aria-haspopup="dialog"
        onClick={(event) => (card.value = { user: self, at: placeBelow(event.currentTarget) })}
      >
        <Avatar user={self} size="small" />
        <span class="you-row__name">
          <bdi>{user?.name ?? '…'}</bdi>
        </span>
        <StatusDot status={isSeen ? status : 'offline'} />
        <span class="unseen"> {say('sidebar.yourSettings')}</span>
      </button>
    </footer>
  )
}
