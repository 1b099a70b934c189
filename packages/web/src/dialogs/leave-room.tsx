import type { RoomId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'

/** Asks before leaving, by the room's name. */
export function LeaveRoom({ room }: { room: RoomId }) {
  const { natter, router, dialog } = useApp()
  const handle = natter.room(room)
  const info = handle.info.value
  const leave = async (): Promise<void> => {
    await handle.leave()
    router.replace({ at: 'home' })
  }
  return (
    <Confirm
      title={`Leave ${info?.name ?? 'this room'}?`}
      text={
        info?.kind === 'private'
          ? 'To come back you need somebody inside to add you.'
          : 'You can join again whenever you like.'
      }
      action="Leave room"
      task={leave}
      onClose={() => (dialog.value = undefined)}
    />
  )
}
