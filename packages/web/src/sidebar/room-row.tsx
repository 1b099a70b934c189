import type { RoomSummary } from '@natter/client'
import { useComputed, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { placeBelow, placeOf } from '../parts/menu-place.ts'
import type { Place } from '../parts/menu-place.ts'
import { RoomMark } from '../room/room-mark.tsx'
import { RoomTitle } from '../room/room-title-text.tsx'
import { titleOf } from '../room/title-of.ts'
import { say } from '../words/say.ts'
import { RoomBadges } from './room-badges.tsx'
import { RoomMenu } from './room-menu.tsx'
import type { RoomDrag } from './room-drag.ts'
import { isNew } from './sidebar-layout.ts'
import { useLongPress } from './use-long-press.ts'
import './room-row.css'

interface RoomRowProps {
  summary: RoomSummary
  isMuted: boolean
  isOpen: boolean
  drag: RoomDrag
}

/** One room of the list: bold when something is new, a number when it is for the reader. Its menu opens by the right button, Shift+F10, the button that shows under the mouse, and a long press. */
export function RoomRow({ summary, isMuted, isOpen, drag }: RoomRowProps) {
  const app = useApp()
  const row = useRef<HTMLLIElement>(null)
  const menuAt = useSignal<Place | undefined>(undefined)
  const isDropped = useComputed(() => drag.over.value === summary.id)
  const press = useLongPress((at) => (menuAt.value = at))
  const { room } = summary
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault()
    menuAt.value = placeOf(event, row.current ?? document.body)
  }
  return (
    <li
      ref={row}
      class="room-line"
      data-drop={isDropped.value}
      draggable={!app.isTouch.value}
      onContextMenu={onContextMenu}
      {...drag.of(summary)}
      {...press}
    >
      <Link
        to={{ at: 'room', room: room.id }}
        class="room-row"
        aria-current={isOpen ? 'page' : undefined}
        data-unread={isNew(summary, isMuted)}
        data-archived={room.archivedAt !== undefined}
        data-muted={isMuted}
      >
        <RoomMark room={room} />
        <span class="room-row__title">
          <RoomTitle room={room} />
        </span>
        <RoomBadges summary={summary} isMuted={isMuted} isOpen={isOpen} />
      </Link>
      <span class="room-line__more">
        <IconButton
          icon="more"
          label={say('sidebar.more', { room: titleOf(app, room) ?? '…' })}
          aria-haspopup="menu"
          // The menu of the focused row opens by its own keys; Tab would otherwise stop twice at every room.
          tabIndex={-1}
          onClick={(event) => (menuAt.value = placeBelow(event.currentTarget))}
        />
      </span>
      {menuAt.value && <RoomMenu summary={summary} at={menuAt.value} onClose={() => (menuAt.value = undefined)} />}
    </li>
  )
}
