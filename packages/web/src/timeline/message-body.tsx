import { useApp } from '../app/app-context.ts'
import { useDerived } from '../app/use-derived.ts'
import { watch } from '../app/view-signal.ts'
import { Icon } from '../parts/icon.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { Markup } from '../text/markup.tsx'
import { say } from '../words/say.ts'
import { EditedMark } from './edited-mark.tsx'
import { MessageEditor } from './message-editor.tsx'
import { PendingNote } from './pending-note.tsx'
import { ReactionRow } from './reaction-row.tsx'
import { ReplyQuote } from './reply-quote.tsx'
import type { MessageItem } from './timeline-rows.ts'
import './message-body.css'

/** What a message says, and what has happened to it. */
export function MessageBody({ model, item }: { model: RoomModel; item: MessageItem }) {
  const { natter } = useApp()
  const ownHandle = watch(natter.self)?.handle
  const seq = item.kind === 'message' ? item.message.seq : undefined
  const isEditing = useDerived(() => seq !== undefined && model.editing.value === seq, [model, seq])
  const isSeen = useDerived(() => seq !== undefined && model.seen.value === seq, [model, seq])

  if (item.kind === 'pending') {
    return (
      <>
        {item.replyTo !== undefined && <ReplyQuote model={model} seq={item.replyTo} />}
        <Markup text={item.text} ownHandle={ownHandle} />
        <PendingNote model={model} item={item} />
      </>
    )
  }
  const { message } = item
  if (message.deletedAt !== undefined) return <p class="tombstone">{say('timeline.deleted')}</p>
  if (isEditing.value) return <MessageEditor model={model} message={message} />
  const { editedAt } = message
  return (
    <>
      {message.replyTo !== undefined && <ReplyQuote model={model} seq={message.replyTo} />}
      <Markup
        text={message.text}
        ownHandle={ownHandle}
        mark={editedAt === undefined ? undefined : <EditedMark room={model.id} seq={message.seq} at={editedAt} />}
      />
      <ReactionRow model={model} message={message} />
      {isSeen.value && (
        <p class="seen">
          <Icon name="check" />
          {say('timeline.seen')}
        </p>
      )}
    </>
  )
}
