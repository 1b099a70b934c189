import type { Room } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { RoomMark } from './room-mark.tsx'
import type { RoomModel } from './room-model.ts'
import { RoomTitle } from './room-title-text.tsx'
import { say } from '../words/say.ts'
import './room-header.css'

interface RoomHeaderProps {
  model: RoomModel
  room: Room | undefined
  hasPanel: boolean
}

/** What the room is called and about, and the way to its people. */
export function RoomHeader({ model, room, hasPanel }: RoomHeaderProps) {
  const { router, isNarrow } = useApp()
  const toggle = (): void => {
    if (hasPanel) router.up({ at: 'room', room: model.id })
    else router.go({ at: 'room', room: model.id, panel: 'members' })
  }
  return (
    <header class="room-header">
      {isNarrow.value && (
        <IconButton icon="back" label={say('room.backToList')} onClick={() => router.up({ at: 'home' })} />
      )}
      <div class="room-header__words">
        {room && (
          <h2 class="room-header__title">
            <RoomMark room={room} />
            <RoomTitle room={room} />
          </h2>
        )}
        {room?.topic !== undefined && (
          <p class="room-header__topic" title={room.topic} dir="auto">
            {room.topic}
          </p>
        )}
      </div>
      <button
        type="button"
        class="room-header__people"
        aria-expanded={hasPanel}
        title={hasPanel ? say('room.hideMembers') : say('room.showMembers')}
        onClick={toggle}
      >
        <Icon name="people" />
        <span aria-hidden="true">{room?.members ?? ''}</span>
        <span class="unseen">{say('room.memberCount', { count: room?.members ?? 0 })}</span>
      </button>
    </header>
  )
}
