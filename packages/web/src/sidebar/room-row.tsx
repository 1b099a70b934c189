import type { RoomSummary } from '@natter/client'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { RoomMark } from '../room/room-mark.tsx'
import { RoomTitle } from '../room/room-title-text.tsx'
import { badgeCount } from './room-sections.ts'
import './room-row.css'

const COUNT_SHOWN_MAX = 99

/** One room of the sidebar: bold when something is new, a number when it is for the reader. */
export function RoomRow({ summary }: { summary: RoomSummary }) {
  const { router, drafts } = useApp()
  const route = router.route.value
  const isOpen = route.at === 'room' && route.room === summary.id
  const { room, unread, failedSends } = summary
  const badge = badgeCount(summary)
  const words = badge === 0 ? '' : room.people ? 'unread' : badge === 1 ? 'mention' : 'mentions'
  return (
    <li>
      <Link
        to={{ at: 'room', room: room.id }}
        class="room-row"
        aria-current={isOpen ? 'page' : undefined}
        data-unread={unread > 0}
        data-archived={room.archivedAt !== undefined}
      >
        <RoomMark room={room} />
        <span class="room-row__title">
          <RoomTitle room={room} />
        </span>
        {unread > 0 && badge === 0 && <span class="unseen">{unread} unread</span>}
        {failedSends > 0 && (
          <span class="room-row__failed" title="Not sent">
            <Icon name="alert" />
            <span class="unseen">{failedSends} not sent</span>
          </span>
        )}
        {!isOpen && drafts.rooms.value.has(room.id) && (
          <span class="room-row__draft" title="Draft">
            <Icon name="edit" />
            <span class="unseen">draft</span>
          </span>
        )}
        {badge > 0 && (
          <span class="room-row__badge">
            {badge > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : badge}
            <span class="unseen"> {words}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
