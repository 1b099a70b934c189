import type { Room } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { PlaceHeading } from '../app/place-heading.tsx'
import { watch } from '../app/view-signal.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { canInvite } from '../room/can-invite.ts'
import { canModerate } from '../room/can-moderate.ts'
import type { RoomModel } from '../room/room-model.ts'
import { MemberList } from './member-list.tsx'
import { membersFound } from './members-found.ts'
import { say } from '../words/say.ts'
import './members-panel.css'

/** Who is in the room, and what can be done about that. */
export function MembersPanel({ model, room }: { model: RoomModel; room: Room | undefined }) {
  const { natter, router, notices, dialog } = useApp()
  const { handle } = model
  const { members, complete } = watch(handle.members)
  const isLive = watch(natter.connection).state === 'live'
  const { me } = watch(handle.timeline)
  const self = watch(natter.self)
  const mayModerate = canModerate(me, self)
  const typed = useSignal('')
  const found = membersFound(members, typed.value, (id) => watch(natter.user(id)))
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
      {members.length > SEARCHED_FROM && (
        <input
          class="members__search"
          type="search"
          aria-label={say('members.search')}
          placeholder={say('members.search')}
          autoComplete="off"
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      )}
      <MemberList members={found} model={model} mayRemove={mayModerate && !isFixed} />
      {typed.value !== '' && found.length === 0 && <Empty title={say('members.none')} />}
      {members.length > 0 && !complete && <p class="members__more">{say('members.more')}</p>}
      {!isFixed && (
        <footer class="members__actions">
          {canInvite(room, me, self) && (
            <Button icon="personAdd" onClick={() => (dialog.value = { kind: 'addPeople', room: model.id })}>
              {say('members.add')}
            </Button>
          )}
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

/** Fewer people are seen at a glance. */
const SEARCHED_FROM = 7
