import type { Natter } from '@natter/client'
import type { Room, RoomId, User, UserId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { RoomMark } from '../room/room-mark.tsx'
import { titleOf } from '../room/title-of.ts'
import { say } from '../words/say.ts'
import { peopleBeyond } from './people-beyond.ts'
import { useFound } from './use-found.ts'
import './found-list.css'

export type ForwardTarget = { kind: 'room'; id: RoomId; title: string } | { kind: 'person'; id: UserId; title: string }

/** The room itself, or the conversation with that person, which may be new. */
export async function roomOfTarget(natter: Natter, to: ForwardTarget): Promise<RoomId> {
  return to.kind === 'room' ? to.id : (await natter.openDm([to.id])).id
}

/** Of one's own rooms, and of people. */
const SHOWN_MAX = 6

interface ForwardTargetsProps {
  picked: ForwardTarget | undefined
  onPick: (target: ForwardTarget) => void
}

/** One's rooms and conversations by name, those last posted to first, and people to begin one with. */
export function ForwardTargets({ picked, onPick }: ForwardTargetsProps) {
  const app = useApp()
  const query = useSignal('')
  const people = useFound(query, async (text) => {
    const { users, more } = text === '' ? { users: [], more: false } : await app.natter.http.findUsers(text)
    return { items: users.filter(({ id }) => id !== app.self), more }
  })
  const wanted = query.value.trim().toLowerCase()
  const rooms = watch(app.natter.rooms)
    .filter(({ room }) => room.archivedAt === undefined)
    .map(({ room }) => ({ room, title: titleOf(app, room) ?? '…' }))
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, SHOWN_MAX)
  const users = peopleBeyond(
    people.value.items ?? [],
    rooms.map(({ room }) => room),
    app.self,
  )
  return (
    <>
      <Field
        label={say('timeline.forwardFind')}
        type="search"
        autoFocus
        autoComplete="off"
        value={query.value}
        onText={(text) => (query.value = text)}
      />
      <FormError text={people.value.error} />
      <ul class="found">
        {rooms.map(({ room, title }) => (
          <li key={room.id}>{line({ kind: 'room', id: room.id, title }, markOf(room))}</li>
        ))}
        {users.slice(0, SHOWN_MAX).map(({ id, name }: User) => (
          <li key={id}>{line({ kind: 'person', id, title: name }, <Avatar user={id} size="small" />)}</li>
        ))}
      </ul>
      {rooms.length === 0 && users.length === 0 && <Empty title={say('timeline.forwardNothing')} />}
    </>
  )

  function line(target: ForwardTarget, mark: preact.JSX.Element) {
    return (
      <button type="button" class="found__one" aria-pressed={picked?.id === target.id} onClick={() => onPick(target)}>
        {mark}
        <span class="found__words">
          <bdi class="found__name forward__name">{target.title}</bdi>
        </span>
      </button>
    )
  }
}

function markOf(room: Room) {
  return <RoomMark room={room} />
}
