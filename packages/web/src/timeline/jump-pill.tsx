import type { ReadonlySignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Icon } from '../parts/icon.tsx'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import type { ScrollKeeper } from './scroll-keeper.ts'
import './jump-pill.css'

interface JumpPillProps {
  model: RoomModel
  place: ReadonlySignal<ScrollKeeper | undefined>
}

/** Back to the newest message, and how many wait there. */
export function JumpPill({ model, place }: JumpPillProps) {
  const { router } = useApp()
  const { unread } = watch(model.handle.timeline)
  if (place.value?.isAtEnd.value !== false) return null
  const onClick = (): void => {
    router.replace({ at: 'room', room: model.id })
    model.latestWanted.value += 1
  }
  return (
    <button type="button" class="jump-pill" data-news={unread > 0} onClick={onClick}>
      <Icon name="down" />
      {unread === 0 ? say('timeline.jumpToLatest') : say('timeline.newBelow', { count: unread })}
    </button>
  )
}
