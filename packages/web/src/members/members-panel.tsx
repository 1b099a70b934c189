import type { Member, Room } from '@natter/protocol'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { PlaceHeading } from '../app/place-heading.tsx'
import { watch } from '../app/view-signal.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { canModerate } from '../room/can-moderate.ts'
import type { RoomModel } from '../room/room-model.ts'
import { MemberRow } from './member-row.tsx'
import { say } from '../words/say.ts'
import './members-panel.css'

/** Who is in the room, and what can be done about that. */
export function MembersPanel({ model, room }: { model: RoomModel; room: Room | undefined }) {
  const { natter, router, notices, dialog } = useApp()
  const { handle } = model
  const { members, complete } = watch(handle.members)
  const isLive = watch(natter.connection).state === 'live'
  const mayModerate = canModerate(watch(handle.timeline).me, watch(natter.self))
  const isFixed = room === undefined || room.people !== undefined
  useEffect(() => {
    if (isLive) void notices.attempt(handle.loadMembers())
  }, [handle, isLive])
  return (
    <aside class="members" aria-label={say('members.title')}>
      <PlaceHeading />
      <header class="members__header">
        <h2>{say('members.title')}</h2>
        <IconButton
          icon="close"
          label={say('members.hide')}
          onClick={() => router.up({ at: 'room', room: model.id })}
        />
      </header>
      <ul class="members__list">
        {byRole(members).map((member) => (
          <MemberRow key={member.user} member={member} model={model} mayRemove={mayModerate && !isFixed} />
        ))}
      </ul>
      {members.length > 0 && !complete && <p class="members__more">{say('members.more')}</p>}
      {!isFixed && (
        <footer class="members__actions">
          <Button icon="personAdd" onClick={() => (dialog.value = { kind: 'addPeople', room: model.id })}>
            {say('members.add')}
          </Button>
          {mayModerate && (
            <Button icon="edit" onClick={() => (dialog.value = { kind: 'editRoom', room: model.id })}>
              {say('members.editRoom')}
            </Button>
          )}
          <Button icon="leave" onClick={() => (dialog.value = { kind: 'leaveRoom', room: model.id })}>
            {say('members.leave')}
          </Button>
        </footer>
      )}
    </aside>
  )
}

const ROLE_ORDER = { owner: 0, moderator: 1, member: 2 }

function byRole(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role] || a.joinedAt - b.joinedAt)
}
