import type { RoomId } from '@natter/protocol'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { useDerived } from '../app/use-derived.ts'
import { PlaceHeading } from '../app/place-heading.tsx'
import { watch } from '../app/view-signal.ts'
import { Composer } from '../composer/composer.tsx'
import { TypingLine } from '../composer/typing-line.tsx'
import { MembersPanel } from '../members/members-panel.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { watchDeletedEdits } from './deleted-edits.ts'
import { NotInRoom } from './not-in-room.tsx'
import { RoomHeader } from './room-header.tsx'
import { createRoomModel } from './room-model.ts'
import type { RoomModel } from './room-model.ts'
import './room-pane.css'

interface RoomPaneProps {
  id: RoomId
  seq: number | undefined
  hasPanel: boolean
}

/** One room: header, timeline, composer, and its members beside it. */
export function RoomPane({ id, seq, hasPanel }: RoomPaneProps) {
  const app = useApp()
  const model = useMemo(() => createRoomModel(app, id), [app, id])
  const info = model.info.value
  const isMember = useDerived(() => watch(app.natter.rooms).some((summary) => summary.id === id), [app, id]).value
  const trouble = model.trouble.value
  const wasMember = useRef(isMember)
  const isOutside = trouble !== undefined && !isMember

  useEffect(() => {
    open(model)
    return () => model.handle.close()
  }, [model])
  useEffect(() => watchDeletedEdits(app, model), [app, model])

  // Opened anew when membership begins or ends: a room that was refused stays closed in the SDK, and only the answer
  // tells why one is outside now, and whether there is a way in. One that is open already stays where it is.
  useEffect(() => {
    const isSame = wasMember.current === isMember
    wasMember.current = isMember
    if (isSame || (isMember && model.trouble.peek() === undefined)) return
    model.handle.close()
    open(model)
  }, [model, isMember])

  return (
    <>
      <main id="messages" class="room">
        <PlaceHeading />
        <RoomHeader model={model} room={info} hasPanel={hasPanel} />
        {isOutside ? (
          <NotInRoom id={id} room={info} error={trouble} />
        ) : (
          <>
            <Timeline model={model} seq={seq} />
            <TypingLine handle={model.handle} />
            <Composer model={model} />
          </>
        )}
      </main>
      {hasPanel && !isOutside && <MembersPanel model={model} room={info} />}
    </>
  )
}

function open({ handle, trouble }: RoomModel): void {
  trouble.value = undefined
  handle.open().catch((error: unknown) => (trouble.value = error))
}
