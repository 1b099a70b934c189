import type { Message } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { Dialog } from '../parts/dialog.tsx'
import { reactionList } from '../timeline/reaction-list.ts'
import { say } from '../words/say.ts'
import { PersonLines } from './person-lines.tsx'
import './message-dialogs.css'

interface WhoReactedProps {
  message: Message
  onClose: () => void
}

/** The reactions of a message with their people: for those who cannot hover over them. */
export function WhoReacted({ message, onClose }: WhoReactedProps) {
  const { self } = useApp()
  return (
    <Dialog title={say('timeline.whoReacted')} onClose={onClose}>
      {reactionList(message.reactions, self).map(({ emoji, count, people }) => (
        <section key={emoji}>
          <h3 class="reacted">
            {emoji} {count}
          </h3>
          <PersonLines people={people} />
        </section>
      ))}
    </Dialog>
  )
}
