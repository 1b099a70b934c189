import type { RoomHandle } from '@natter/client'
import type { Message } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Empty } from '../parts/empty.tsx'
import { say } from '../words/say.ts'
import { PersonLines } from './person-lines.tsx'
import { useAnswer } from './use-answer.ts'

interface SeenByProps {
  handle: RoomHandle
  message: Message
  onClose: () => void
}

/** Who has read as far as a message, without its author and the reader. */
export function SeenBy({ handle, message, onClose }: SeenByProps) {
  const { self } = useApp()
  const { value: answer } = useAnswer(() => handle.whoRead(message.seq))
  const readers = answer.state === 'here' ? answer.value.map(({ user }) => user) : []
  // Whoever reads it while this stands open joins them.
  const since = [...watch(handle.receipts)].flatMap(([user, { readSeq }]) => (readSeq >= message.seq ? [user] : []))
  const people = [...new Set([...readers, ...since])].filter((user) => user !== self && user !== message.by)
  return (
    <Dialog title={say('timeline.seenTitle')} onClose={onClose}>
      {answer.state === 'waiting' && <p role="status">{say('timeline.loading')}</p>}
      {answer.state === 'failed' && <p role="alert">{answer.why}</p>}
      {answer.state === 'here' && people.length === 0 && <Empty title={say('timeline.seenByNobody')} />}
      <PersonLines people={people} />
    </Dialog>
  )
}
