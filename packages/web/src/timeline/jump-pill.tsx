import { useComputed } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { leaveMessage } from './leave-message.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import './jump-pill.css'

interface JumpPillProps {
  model: RoomModel
  keeper: ScrollKeeper
}

/** Back to the newest message: how many wait there, or else which day one is at. */
export function JumpPill({ model, keeper }: JumpPillProps) {
  const { router, time, minute } = useApp()
  const { unread } = model.timeline.value
  const day = useComputed(() => {
    const at = keeper.topAt.value
    const isToday = at === undefined || time.dayKey(at) === time.dayKey(minute.value)
    return isToday ? undefined : time.day(at, minute.value)
  }).value
  if (keeper.isAtEnd.value) return null
  const onClick = (): void => {
    leaveMessage(router, model.id)
    model.wanted.value = { kind: 'latest' }
  }
  return (
    <button type="button" class="jump-pill" data-news={unread > 0} onClick={onClick}>
      <Icon name="down" />
      {unread > 0
        ? say('timeline.newBelow', { count: unread })
        : day === undefined
          ? say('timeline.jumpToLatest')
          : say('timeline.jumpFrom', { day })}
    </button>
  )
}
