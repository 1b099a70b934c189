import type { TimelineItem } from '@natter/client'
import { Icon } from '../parts/icon.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { refusalWords } from '../words/server-words.ts'

type PendingItem = Extract<TimelineItem, { kind: 'pending' }>

/** Below a message that is not sent: a clock while it is on its way, or why it failed and what can be done. */
export function PendingNote({ model, item }: { model: RoomModel; item: PendingItem }) {
  const { handle } = model
  if (item.state === 'pending') {
    return (
      <p class="pending">
        <span class="pending__slow">{say('timeline.sending')}</span>
        <Icon name="clock" />
        <span class="unseen">{say('timeline.onItsWay')}</span>
      </p>
    )
  }
  return (
    <p class="pending pending--failed" role="alert">
      <Icon name="alert" />
      <span>{say('timeline.notSent', { why: item.error === undefined ? '' : refusalWords(item.error) })}</span>
      <button type="button" class="pending__do" onClick={() => handle.retry(item.cid)}>
        {say('timeline.retry')}
      </button>
      <button type="button" class="pending__do" onClick={() => model.takeBack(item)}>
        {say('timeline.edit')}
      </button>
      <button type="button" class="pending__do" onClick={() => handle.discard(item.cid)}>
        {say('timeline.delete')}
      </button>
    </p>
  )
}
