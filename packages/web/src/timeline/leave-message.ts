import type { RoomId } from '@natter/protocol'
import type { Router } from '../app/router.ts'

/** Lets go of the address of a message for that of its room. Of another address, as of a panel that is open, nothing changes. */
export function leaveMessage(router: Pick<Router, 'route' | 'replace'>, room: RoomId): void {
  const route = router.route.peek()
  if (route.at === 'room' && route.seq !== undefined) router.replace({ at: 'room', room })
}
