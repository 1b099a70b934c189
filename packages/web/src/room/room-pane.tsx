import type { RoomId } from '@natter/protocol'
import { useEffect, useMemo } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { Composer } from '../composer/composer.tsx'
import { TypingLine } from '../composer/typing-line.tsx'
import { MembersPanel } from '../members/members-panel.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { NotInRoom } from './not-in-room.tsx'
import { RoomHeader } from './room-header.tsx'
import { createRoomModel } from './room-model.ts'
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
  const info = watch(model.handle.info)
  const isMember = watch(app.natter.rooms).some((summary) => summary.id === id)
  const trouble = model.trouble.value
  const isOutside = trouble !== undefined && !isMember

  // Opened anew when membership begins: a room that was refused stays closed in the SDK.
  useEffect(() => {
    model.trouble.value = undefined
    model.handle.open().catch((error: unknown) => (model.trouble.value = error))
    return () => model.handle.close()
  }, [model, isMember])

  return (
    <>
      <main id="messages" class="room">
        <RoomHeader model={model} room={info} hasPanel={hasPanel} />
        {isOutside ? (
          <NotInRoom id={id} room={info} error={trouble} />
        ) : (
          <>
            <Timeline model={model} seq={seq} />
            <TypingLine handle={model.handle} />
            <Composer model={model} room={info} />
          </>
        )}
      </main>
      {hasPanel && !isOutside && <MembersPanel model={model} room={info} />}
    </>
  )
}
