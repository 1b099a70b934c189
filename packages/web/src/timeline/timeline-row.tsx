import { useApp } from '../app/app-context.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { MessageRow } from './message-row.tsx'
import { SystemLines } from './system-lines.tsx'
import type { Row } from './timeline-rows.ts'

/** One row of the timeline. Those with `data-key` are what scrolling is kept by; a sticky day is not where it seems. */
export function TimelineRow({ model, row }: { model: RoomModel; row: Row }) {
  switch (row.kind) {
    case 'day':
      return <DayRow model={model} at={row.at} />
    case 'unread':
      return (
        <li class="timeline__unread" data-key={row.key}>
          {say('timeline.newMessages')}
        </li>
      )
    case 'events':
      return (
        <li class="timeline__events" data-key={row.key} data-at={row.events[0]?.at}>
          <SystemLines events={row.events} before={row.before} />
        </li>
      )
    case 'message':
      return <MessageRow model={model} item={row.item} isFirst={row.isFirstOfGroup} />
  }
}

function DayRow({ model, at }: { model: RoomModel; at: number }) {
  const { time, minute } = useApp()
  return (
    <li class="timeline__day">
      <button
        type="button"
        class="timeline__day-name"
        title={say('timeline.jumpToDate')}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => (model.dateAsked.value = { opener: currentTarget, at })}
      >
        <span>{time.day(at, minute.value)}</span>
      </button>
    </li>
  )
}
