import type { UserId } from '@natter/protocol'
import { useComputed } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Name } from '../parts/name.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { MessageBody } from './message-body.tsx'
import { MessageTools } from './message-tools.tsx'
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
  const { self, isTouch } = useApp()
  const isActive = useComputed(() => model.active.value === item.key || model.focused.value === item.key)
  const seq = item.kind === 'message' ? item.message.seq : undefined
  const isHighlit = useComputed(() => seq !== undefined && model.highlight.value === seq)
  const by = authorOf(item, self)
  const at = timeOf(item)
  /** A tap opens the tools, a second one closes them; on something that has a use of its own it does only that. */
  const onTap = ({ target }: MouseEvent): void => {
    if (!isTouch.value || (target instanceof Element && target.closest('a, button, textarea'))) return
    model.active.value = isActive.value ? undefined : item.key
  }
  return (
    <li
      class="message"
      data-key={item.key}
      data-seq={seq}
      data-first={isFirst}
      data-state={item.kind === 'pending' ? item.state : 'sent'}
      data-highlight={isHighlit.value}
      tabIndex={-1}
      onPointerEnter={() => !isTouch.value && (model.active.value = item.key)}
      onFocusIn={() => void (model.focused.value = isTouch.value ? undefined : item.key)}
      onClick={onTap}
    >
      <div class="message__gutter">{isFirst ? by && <Avatar user={by} /> : <Time at={at} />}</div>
      <div class="message__main">
        {isFirst && by && (
          <div class="message__head">
            <span class="message__author">
              <Name user={by} />
            </span>
            <BotMark user={by} />
            <Time at={at} />
          </div>
        )}
        <MessageBody model={model} item={item} />
      </div>
      {isActive.value && item.kind === 'message' && item.message.deletedAt === undefined && (
        <MessageTools model={model} message={item.message} />
      )}
    </li>
  )
}

function Time({ at }: { at: number }) {
  const { time } = useApp()
  return (
    <time class="message__time" dateTime={new Date(at).toISOString()} title={time.full(at)}>
      {time.time(at)}
    </time>
  )
}

function BotMark({ user }: { user: UserId }) {
  const isBot = watch(useApp().natter.user(user))?.kind === 'bot'
  return isBot ? <span class="message__bot">{say('timeline.bot')}</span> : null
}
