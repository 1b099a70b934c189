import type { Room } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { Name } from '../parts/name.tsx'
import { canInvite } from '../room/can-invite.ts'
import { RoomTitle } from '../room/room-title-text.tsx'
import { Say } from '../words/say-text.tsx'
import { say } from '../words/say.ts'
import './room-beginning.css'

/** The top of the first page: where one is, since when it is there, and who else is. */
export function RoomBeginning({ room }: { room: Room }) {
  const { time, minute, natter, dialog } = useApp()
  const { me } = watch(natter.room(room.id).timeline)
  return (
    <div class="beginning">
      <h3 class="beginning__title">
        <RoomTitle room={room} />
      </h3>
      {room.people ? (
        <p>{say('timeline.beginningOfConversation')}</p>
      ) : (
        <p>
          <Say
            id={room.kind === 'private' ? 'timeline.privateRoom' : 'timeline.publicRoom'}
            who={<Name user={room.createdBy} />}
            day={time.day(room.createdAt, minute.value)}
          />{' '}
          · {say('timeline.members', { count: room.members })}
        </p>
      )}
      {room.topic !== undefined && <p dir="auto">{room.topic}</p>}
      {canInvite(room, me, watch(natter.self)) && (
        <div class="beginning__do">
          <Button icon="personAdd" onClick={() => (dialog.value = { kind: 'addPeople', room: room.id })}>
            {say('timeline.invitePeople')}
          </Button>
        </div>
      )}
    </div>
  )
}
