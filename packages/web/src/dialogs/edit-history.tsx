import type { RoomHandle } from '@natter/client'
import type { Message } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Markup } from '../text/markup.tsx'
import { say } from '../words/say.ts'
import { useAnswer } from './use-answer.ts'
import './message-dialogs.css'

interface EditHistoryProps {
  handle: RoomHandle
  message: Message
  onClose: () => void
}

/** What a message said before, the newest version first. */
export function EditHistory({ handle, message, onClose }: EditHistoryProps) {
  const { past, time } = useApp()
  const { value: answer } = useAnswer(() => past.versions(handle.id, message.seq))
  const versions = answer.state === 'here' ? answer.value.versions.toReversed() : []
  return (
    <Dialog title={say('timeline.historyTitle')} onClose={onClose}>
      {answer.state === 'waiting' && <p role="status">{say('timeline.loading')}</p>}
      {answer.state === 'failed' && <p role="alert">{answer.why}</p>}
      <ol class="versions">
        {versions.map(({ text, at }, index) => (
          <li key={index} class="versions__one">
            <time class="versions__at" dateTime={new Date(at).toISOString()}>
              {index === 0 ? say('timeline.versionNow', { when: time.full(at) }) : time.full(at)}
            </time>
            <Markup text={text} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
