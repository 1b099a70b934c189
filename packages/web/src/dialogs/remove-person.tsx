import type { RoomId, UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'
import { say } from '../words/say.ts'

/** Asks before putting somebody out of a room, by name. */
export function RemovePerson({ room, user }: { room: RoomId; user: UserId }) {
  const { natter, dialog } = useApp()
  const handle = natter.room(room)
  const name = natter.user(user).value?.name ?? say('app.nobodyKnown')
  return (
    <Confirm
      title={say('dialogs.removeTitle', { person: name, room: handle.info.value?.name ?? say('dialogs.thisRoom') })}
      text={say('dialogs.removeText')}
      action={say('dialogs.remove')}
      task={() => handle.remove(user)}
      onClose={() => (dialog.value = undefined)}
    />
  )
}
