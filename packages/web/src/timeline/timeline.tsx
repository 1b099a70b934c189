import { useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { roomTitle } from '../room/room-title.ts'
import type { RoomModel } from '../room/room-model.ts'
import { say } from '../words/say.ts'
import { JumpPill } from './jump-pill.tsx'
import { NewsAnnouncer } from './news-announcer.tsx'
import { RoomBeginning } from './room-beginning.tsx'
import { TimelineRow } from './timeline-row.tsx'
import { onTimelineKey } from './timeline-keys.ts'
import { useTimelinePlace } from './use-timeline-place.ts'
import './timeline.css'

/** A room's messages, the newest below. `seq` is the one the address points at. */
export function Timeline({ model, seq }: { model: RoomModel; seq: number | undefined }) {
  const { natter, self } = useApp()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const timeline = watch(model.handle.timeline)
  const room = watch(model.handle.info)
  const rows = model.rows.value
  const place = useTimelinePlace({ model, box, list, seq })
  const title = room && roomTitle(room, self, (user) => watch(natter.user(user))?.name)
  const name = title ?? say('timeline.thisRoom')
  const isEmpty = rows.length === 0

  return (
    <div class="timeline">
      <div
        ref={box}
        class="timeline__box"
        role="region"
        tabIndex={0}
        aria-label={say('timeline.region', { room: name })}
        onKeyDown={(event) => onTimelineKey(event, model, self)}
      >
        <div class="timeline__top">
          {timeline.atStart && room && timeline.status !== 'loading' && <RoomBeginning room={room} />}
          {!timeline.atStart && !isEmpty && <p class="timeline__older">{say('timeline.loadingEarlier')}</p>}
          {isEmpty && !timeline.atStart && <Skeleton />}
        </div>
        <ol ref={list} class="timeline__rows">
          {rows.map((row) => (
            <TimelineRow key={row.key} model={model} row={row} />
          ))}
        </ol>
      </div>
      <JumpPill model={model} place={place} />
      <NewsAnnouncer model={model} room={name} />
    </div>
  )
}

/** Stands for messages that are on their way; unseen when they come quickly. */
function Skeleton() {
  return (
    <div class="timeline__skeleton" aria-hidden="true">
      {SKELETON_WIDTHS.map((width, index) => (
        <i key={index} data-width={width} />
      ))}
    </div>
  )
}

const SKELETON_WIDTHS = ['wide', 'short', 'middle', 'wide', 'middle']
