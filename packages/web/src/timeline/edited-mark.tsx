import type { RoomId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { say } from '../words/say.ts'

/** Behind the last word of a message that was changed: when, and the way to what it said before. */
export function EditedMark({ room, seq, at }: { room: RoomId; seq: number; at: number }) {
  const { time, dialog } = useApp()
  return (
    <>
      {' '}
      <button
        type="button"
        class="edited"
        title={say('timeline.editedAt', { when: time.full(at) })}
        onClick={() => (dialog.value = { kind: 'editHistory', room, seq })}
      >
        {say('timeline.edited')}
      </button>
    </>
  )
}
