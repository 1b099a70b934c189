import type { RoomId, UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'

/** Asks before putting somebody out of a room, by name. */
export function RemovePerson({ room, user }: { room: RoomId; user: UserId }) {
  const { natter, dialog } = useApp()
  const handle = natter.room(room)
  const name = natter.user(user).value?.name ?? 'this person'
  return (
    <Confirm
      title={`Remove ${name} from ${handle.info.value?.name ?? 'this room'}?`}
      text="They lose sight of it at once, with all that was said in it."
      action="Remove"
      task={() => handle.remove(user)}
      onClose={() => (dialog.value = undefined)}
    />
  )
}
