import type { Room } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field, FormError } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { RoomMark } from '../room/room-mark.tsx'
import { useFound } from './use-found.ts'
import { say } from '../words/say.ts'
import { Say } from '../words/say-text.tsx'
import './found-list.css'

/** The public rooms, with those one is in marked. */
export function BrowseRooms() {
  const { natter, dialog } = useApp()
  const query = useSignal('')
  const found = useFound(query, async (text) => {
    const { rooms, more } = await natter.http.publicRooms(text === '' ? undefined : text)
    return { items: rooms, more }
  })
  const { items, more, error } = found.value
  return (
    <Dialog title={say('dialogs.browse')} onClose={() => (dialog.value = undefined)}>
      <Field
        label={say('dialogs.findRoom')}
        type="search"
        autoFocus
        autoComplete="off"
        value={query.value}
        onText={(text) => (query.value = text)}
      />
      <FormError text={error} />
      <ul class="found">
        {items?.map((room) => (
          <FoundRoom key={room.id} room={room} />
        ))}
      </ul>
      {items?.length === 0 && (
        <Empty title={query.value === '' ? say('dialogs.noPublicRooms') : say('dialogs.noRoomFound')}>
          <Button icon="plus" onClick={() => (dialog.value = { kind: 'createRoom' })}>
            {say('dialogs.newRoom')}
          </Button>
        </Empty>
      )}
      {more && <p class="found__more">{say('dialogs.more')}</p>}
    </Dialog>
  )
}

function FoundRoom({ room }: { room: Room }) {
  const { natter, router, dialog } = useApp()
  const form = useForm([])
  const isMember = watch(natter.rooms).some(({ id }) => id === room.id)
  const enter = (): void => {
    dialog.value = undefined
    router.go({ at: 'room', room: room.id })
  }
  return (
    <li class="found__one">
      <RoomMark room={room} />
      <div class="found__words">
        <p class="found__name">
          <bdi>{room.name}</bdi>
        </p>
        <p class="found__note">
          {room.topic === undefined ? (
            say('dialogs.members', { count: room.members })
          ) : (
            <Say id="dialogs.membersAndTopic" count={room.members} topic={<bdi>{room.topic}</bdi>} />
          )}
        </p>
        <FormError text={form.formError()} />
      </div>
      {isMember ? (
        <Button onClick={enter}>{say('dialogs.open')}</Button>
      ) : (
        <Button
          look="main"
          disabled={form.isBusy.value}
          onClick={(event) => form.submit(event, () => natter.joinRoom(room.id), enter)}
        >
          {say('dialogs.join')}
        </Button>
      )}
    </li>
  )
}
