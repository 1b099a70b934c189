import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { titleOf } from '../room/title-of.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { BesideMessage } from './beside-message.tsx'
import { DateJump } from './date-jump.tsx'
import { JumpPill } from './jump-pill.tsx'
import { KeptRow } from './kept-row.ts'
import { NewsAnnouncer } from './news-announcer.tsx'
import { RoomBeginning } from './room-beginning.tsx'
import { Skeleton } from './skeleton.tsx'
import { onTimelineKey } from './timeline-keys.ts'
import { UnreadPill } from './unread-pill.tsx'
import { useEarlierReaders } from './use-earlier-readers.ts'
import { useGestures } from './use-gestures.ts'
import { useMovedRows } from './use-moved-rows.ts'
import { usePointed } from './use-pointed.ts'
import { useTimelinePlace } from './use-timeline-place.ts'
import './timeline.css'

/** A room's messages, the newest below. `seq` is the one the address points at. */
export function Timeline({ model, seq }: { model: RoomModel; seq: number | undefined }) {
  const app = useApp()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const timeline = model.timeline.value
  const room = model.info.value
  const keeper = useTimelinePlace({ model, box, list, seq, visit: app.router.revisits.value })
  const rows = model.rows.value
  const { slice, dayAbove } = keeper.draw(rows)
  useMovedRows(list, rows)
  usePointed(box, model)
  useGestures(box, model)
  useEarlierReaders(model)
  const name = (room && titleOf(app, room)) ?? say('timeline.thisRoom')
  const isEmpty = rows.length === 0
  const isLog = app.looks.news.chosen.value === 'log'
  const shown = rows.slice(slice.from, slice.to)

  return (
    <div class="timeline">
      <div
        ref={box}
        class="timeline__box"
        role={isLog ? 'log' : 'region'}
        tabIndex={0}
        aria-label={say('timeline.region', { room: name })}
        onKeyDown={(event) => onTimelineKey(event, { app, model, keeper })}
      >
        <div class="timeline__top">
          {timeline.atStart && room && timeline.status !== 'loading' && <RoomBeginning room={room} />}
          {!timeline.atStart && !isEmpty && timeline.status === 'live' && (
            <p class="timeline__older">{say('timeline.loadingEarlier')}</p>
          )}
          {isEmpty && !timeline.atStart && <Skeleton />}
        </div>
        <ol ref={list} class="timeline__rows">
          {(dayAbove ? [dayAbove, ...shown] : shown).map((row) => (
            <KeptRow key={row.key} model={model} row={row} />
          ))}
        </ol>
        {!timeline.atEnd && !isEmpty && <p class="timeline__older">{say('timeline.loadingLater')}</p>}
      </div>
      <UnreadPill model={model} keeper={keeper} />
      <JumpPill model={model} keeper={keeper} />
      <DateJump model={model} />
      <BesideMessage model={model} />
      {!isLog && <NewsAnnouncer model={model} room={name} />}
    </div>
  )
}
