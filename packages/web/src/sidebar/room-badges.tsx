import type { RoomSummary } from '@natter/client'
import { useComputed } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { say } from '../words/say.ts'
import { badgeCount, isNew } from './sidebar-layout.ts'

const COUNT_SHOWN_MAX = 99

interface RoomBadgesProps {
  summary: RoomSummary
  isMuted: boolean
  isOpen: boolean
}

/** What waits in a room: messages, mentions, a draft, what was not sent. Each also in words. */
export function RoomBadges({ summary, isMuted, isOpen }: RoomBadgesProps) {
  const { drafts } = useApp()
  const { id, room, unread, failedSends } = summary
  const hasDraft = useComputed(() => drafts.rooms.value.has(id)).value
  const badge = badgeCount(summary, isMuted)
  const words = room.people && !isMuted ? say('sidebar.unreadWord') : say('sidebar.mentionCount', { count: badge })
  return (
    <>
      {isMuted && (
        <span class="room-row__muted">
          <Icon name="muted" />
          <span class="unseen"> {say('sidebar.mutedWord')}</span>
        </span>
      )}
      {isNew(summary, isMuted) && badge === 0 && (
        <span class="unseen"> {say('sidebar.unreadCount', { count: unread })}</span>
      )}
      {failedSends > 0 && (
        <span class="room-row__failed" title={say('sidebar.notSent')}>
          <Icon name="alert" />
          <span class="unseen">{say('sidebar.notSentCount', { count: failedSends })}</span>
        </span>
      )}
      {!isOpen && hasDraft && (
        <span class="room-row__draft" title={say('sidebar.draft')}>
          <Icon name="edit" />
          <span class="unseen">{say('sidebar.draftWord')}</span>
        </span>
      )}
      {badge > 0 && (
        <span class="room-row__badge">
          {badge > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : badge}
          <span class="unseen"> {words}</span>
        </span>
      )}
    </>
  )
}
