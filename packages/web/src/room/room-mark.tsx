import type { Room, UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { PresenceDot } from '../parts/presence-dot.tsx'
import { othersOf } from './room-title.ts'
import { say } from '../words/say.ts'
import './room-mark.css'

/** What kind of room it is: open to all, by invitation, one person and whether they are there, or several. */
export function RoomMark({ room }: { room: Room }) {
  const { self } = useApp()
  return (
    <span class="room-mark">{room.people ? <PeopleMark room={room} self={self} /> : <KindMark room={room} />}</span>
  )
}

function KindMark({ room }: { room: Room }) {
  const isPrivate = room.kind === 'private'
  return (
    <>
      <Icon name={isPrivate ? 'lock' : 'hash'} />
      <span class="unseen">{isPrivate ? say('room.kind.private') : say('room.kind.public')} </span>
    </>
  )
}

function PeopleMark({ room, self }: { room: Room; self: UserId }) {
  const others = othersOf(room, self)
  const [other = room.people?.[0]] = others
  return others.length > 1 || other === undefined ? <Icon name="people" /> : <PresenceDot user={other} />
}
