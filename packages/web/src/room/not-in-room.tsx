import type { Room, RoomId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { NatterError } from '@natter/client'
import { useApp } from '../app/app-context.ts'
import { sentenceOf } from '../app/sentence-of.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { say } from '../words/say.ts'
import './not-in-room.css'

interface NotInRoomProps {
  id: RoomId
  room: Room | undefined
  error: unknown
}

/** In the place of the timeline of a room one is not in: why, and the way in where there is one. */
export function NotInRoom({ id, room, error }: NotInRoomProps) {
  const { natter, notices, router } = useApp()
  const isBusy = useSignal(false)
  const canJoin = error instanceof NatterError && error.code === 'not_member'
  const join = async (): Promise<void> => {
    isBusy.value = true
    await notices.attempt(natter.joinRoom(id))
    isBusy.value = false
  }
  return (
    <div class="not-in-room">
      <Empty title={canJoin ? outside(room) : sentenceOf(error)}>
        {canJoin ? (
          <Button look="main" disabled={isBusy.value} onClick={() => void join()}>
            {say('room.join')}
          </Button>
        ) : (
          <Button onClick={() => router.replace({ at: 'home' })}>{say('room.backToRooms')}</Button>
        )}
      </Empty>
    </div>
  )
}

function outside(room: Room | undefined): string {
  return room?.name === undefined ? say('room.outsideUnknown') : say('room.outside', { room: room.name })
}
