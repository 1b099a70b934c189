import type { RoomId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Confirm } from '../parts/confirm.tsx'
import { plainText } from '../text/plain-text.ts'
import { messageItem } from '../timeline/message-item.ts'
import { say } from '../words/say.ts'

/** Asks before deleting a message, and shows which one. */
export function DeleteMessage({ room, seq }: { room: RoomId; seq: number }) {
  const { natter, dialog } = useApp()
  const handle = natter.room(room)
  const item = messageItem(handle.timeline.value, seq)
  return (
    <Confirm
      title={say('dialogs.deleteTitle')}
      text={plainText(item?.message.text ?? '')}
      action={say('dialogs.delete')}
      task={() => handle.delete(seq)}
      onClose={() => (dialog.value = undefined)}
    />
  )
}
