import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { placeBelow, placeMenu } from '../parts/menu-place.ts'
import { usePopover } from '../parts/use-popover.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { dayStart } from './day-start.ts'
import { leaveMessage } from './leave-message.ts'
import './date-jump.css'

/** Another day of the room, asked for at a day separator. */
export function DateJump({ model }: { model: RoomModel }) {
  const asked = model.dateAsked.value
  return asked ? <Open key={asked.at} model={model} asked={asked} /> : null
}

type Asked = NonNullable<RoomModel['dateAsked']['value']>

function Open({ model, asked }: { model: RoomModel; asked: Asked }) {
  const app = useApp()
  const { past, router, notices, time, minute } = app
  const day = useSignal(time.dayKey(asked.at))
  const room = model.info.value
  const close = (): void => void (model.dateAsked.value = undefined)
  const { ref } = usePopover<HTMLDivElement>(close, (window) => {
    placeMenu(window, placeBelow(asked.opener))
    window.querySelector('input')?.focus()
  })
  const jump = async (): Promise<void> => {
    const at = dayStart(day.value)
    if (at === undefined) return
    close()
    const seq = await past.seqAt(model.id, at)
    if (seq === undefined) notices.tell(say('timeline.nothingLater'))
    else router.go({ at: 'room', room: model.id, seq })
  }
  const leadTo = (go: () => void) => () => {
    close()
    leaveMessage(router, model.id)
    go()
  }
  return (
    <div
      ref={ref}
      class="menu date-jump"
      popover="manual"
      role="dialog"
      aria-label={say('timeline.jumpToDate')}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        class="date-jump__form"
        onSubmit={(event) => {
          event.preventDefault()
          void notices.attempt(jump())
        }}
      >
        <label class="date-jump__label">
          {say('timeline.date')}
          <input
            type="date"
            class="date-jump__day"
            required
            value={day.value}
            min={room && time.dayKey(room.createdAt)}
            max={time.dayKey(minute.value)}
            onInput={(event) => (day.value = event.currentTarget.value)}
          />
        </label>
        <Button type="submit" look="main">
          {say('timeline.jump')}
        </Button>
      </form>
      <div class="date-jump__ends">
        <Button onClick={leadTo(() => (model.wanted.value = { kind: 'beginning' }))}>
          {say('timeline.toBeginning')}
        </Button>
        <Button onClick={leadTo(() => (model.wanted.value = { kind: 'latest' }))}>{say('timeline.toToday')}</Button>
      </div>
    </div>
  )
}
