import type { RoomId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'
import { say } from '../words/say.ts'

/** Asks before leaving, by the room's name. */
export function LeaveRoom({ room }: { room: RoomId }) {
  const { natter, router, dialog } = useApp()
  const handle = natter.room(room)
  const info = handle.info.value
  const close = (): void => void (dialog.value = undefined)
  const goOn = (): void => {
    const route = router.route.value
    if (route.at === 'room' && route.room === room) router.replace({ at: 'home' })
    close()
  }
  return (
    <Confirm
      title={
        info?.name === undefined ? say('dialogs.leaveTitleUnknown') : say('dialogs.leaveTitle', { room: info.name })
      }
      text={info?.kind === 'private' ? say('dialogs.leavePrivate') : say('dialogs.leavePublic')}
      action={say('dialogs.leave')}
      task={() => handle.leave()}
      onClose={close}
      onDone={goOn}
    />
  )
}
