import type { Room } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { watch } from '../app/view-signal.ts'
import { roomTitle } from './room-title.ts'

/** A room's name, isolated from the direction of the text around it. */
export function RoomTitle({ room }: { room: Room }) {
  const { natter, self } = useApp()
  return <bdi>{roomTitle(room, self, (user) => watch(natter.user(user))?.name) ?? '…'}</bdi>
}
