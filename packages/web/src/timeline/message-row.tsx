import type { UserId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { useDerived } from '../app/use-derived.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Name } from '../parts/name.tsx'
import { PersonButton } from '../profile/person-button.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { MessageBody } from './message-body.tsx'
import { MessageTools } from './message-tools.tsx'
import { rowLabel } from './row-label.ts'
import { authorOf, timeOf } from './timeline-rows.ts'
import type { MessageItem } from './timeline-rows.ts'
import './message-row.css'

interface MessageRowProps {
  model: RoomModel
  item: MessageItem
  /** Whether it shows its author. */
  isFirst: boolean
}

/** One message, sent or on its way: the same row before and after. */
export function MessageRow({ model, item, isFirst }: MessageRowProps) {
  const app = useApp()
  const { key } = item
  const seq = item.kind === 'message' ? item.message.seq : undefined
  // Over an editor the tools would cover what is written.
  const isActive = useDerived(
    () => (model.active.value === key || model.focused.value === key) && model.editing.value !== seq,
    [model, key, seq],
  )
  const isHighlit = useDerived(() => seq !== undefined && model.highlight.value === seq, [model, seq])
  const by = authorOf(item, app.self)
  const at = timeOf(item)
  const hasTools = item.kind === 'message' && item.message.deletedAt === undefined && !app.isTouch.value
  return (
    <li
      class="message"
      data-key={key}
      data-seq={seq}
      data-at={at}
      data-first={isFirst}
      data-state={item.kind === 'pending' ? item.state : 'sent'}
      data-highlight={isHighlit.value}
      tabIndex={-1}
      aria-label={rowLabel(app, item)}
    >
      <div class="message__gutter">{isFirst ? by && <Face user={by} /> : <Time at={at} isBare />}</div>
      <div class="message__main">
        {isFirst && by && (
          <div class="message__head">
            <span class="message__author">
              <PersonButton user={by} isTabStop={false}>
                <Name user={by} />
              </PersonButton>
            </span>
            <BotMark user={by} />
            <Time at={at} />
          </div>
        )}
        <MessageBody model={model} item={item} />
      </div>
      {hasTools && isActive.value && <MessageTools model={model} message={item.message} />}
    </li>
  )
}

function Face({ user }: { user: UserId }) {
  return (
    <PersonButton user={user} isDouble>
      <Avatar user={user} />
    </PersonButton>
  )
}

function Time({ at, isBare = false }: { at: number; isBare?: boolean }) {
  const { time } = useApp()
  return (
    <time class="message__time" dateTime={new Date(at).toISOString()} title={time.full(at)}>
      {isBare ? time.clock(at) : time.time(at)}
    </time>
  )
}

function BotMark({ user }: { user: UserId }) {
  const isBot = watch(useApp().natter.user(user))?.kind === 'bot'
  return isBot ? <span class="message__bot">{say('timeline.bot')}</span> : null
}
