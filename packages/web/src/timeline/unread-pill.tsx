import { useLayoutEffect } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { Icon } from '../parts/icon.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { markAllRead } from './mark-unread.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import { newSince } from './unread-divider.ts'
import './unread-pill.css'

interface UnreadPillProps {
  model: RoomModel
  keeper: ScrollKeeper
}

/** While the divider is further up and something behind it unread: how much that is, a way to it, and a way to be done with it. */
export function UnreadPill({ model, keeper }: UnreadPillProps) {
  const app = useApp()
  const { keys, time } = app
  const timeline = model.timeline.value
  const divider = model.divider.value
  useLayoutEffect(() => keys.on('oldestUnread', () => (model.wanted.value = { kind: 'divider' })), [keys, model])
  const isHidden = divider === undefined || timeline.unread === 0 || !keeper.isDividerAbove.value
  if (isHidden || timeline.status !== 'live') return null
  const { count, since } = newSince(divider, timeline)
  return (
    <div class="unread-pill">
      <button type="button" class="unread-pill__jump" onClick={() => (model.wanted.value = { kind: 'divider' })}>
        <Icon name="up" />
        {since === undefined
          ? say('timeline.newBelow', { count })
          : say('timeline.newSince', { count, time: time.time(since) })}
      </button>
      <button type="button" class="unread-pill__done" onClick={() => markAllRead(app, model)}>
        {say('timeline.markRead')}
      </button>
    </div>
  )
}
