import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import { placeBelow } from '../parts/menu-place.ts'
import type { Place } from '../parts/menu-place.ts'
import { say } from '../words/say.ts'
import { ListMenu } from './list-menu.tsx'
import { sidebarWishes } from './sidebar-wishes.ts'

/** Whose place it is, and what is about all of its rooms. */
export function SidebarHeader() {
  const { place, dialog, settings } = useApp()
  const menuAt = useSignal<Place | undefined>(undefined)
  const { unreadOnly } = sidebarWishes(settings.all.value)
  return (
    <header class="sidebar__header">
      <h1 class="sidebar__place">
        <bdi>{place.name}</bdi>
      </h1>
      {place.signup !== 'closed' && (
        <IconButton
          icon="personAdd"
          label={say('sidebar.invite')}
          onClick={() => (dialog.value = { kind: 'inviteLink' })}
        />
      )}
      <span class="sidebar__filter" data-on={unreadOnly}>
        <IconButton
          icon="filter"
          label={say('sidebar.options')}
          aria-haspopup="menu"
          onClick={(event) => (menuAt.value = placeBelow(event.currentTarget))}
        />
      </span>
      {menuAt.value && <ListMenu at={menuAt.value} onClose={() => (menuAt.value = undefined)} />}
    </header>
  )
}
