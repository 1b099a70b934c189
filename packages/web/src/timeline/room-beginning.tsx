import type { Room } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Name } from '../parts/name.tsx'
import { RoomTitle } from '../room/room-title-text.tsx'
import { Say } from '../words/say-text.tsx'
import { say } from '../words/say.ts'
import './room-beginning.css'

/** The top of the first page: where one is, and since when it is there. */
export function RoomBeginning({ room }: { room: Room }) {
  const { time, minute } = useApp()
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
          />
        </p>
      )}
      {room.topic !== undefined && <p dir="auto">{room.topic}</p>}
    </div>
  )
}
