import type { RoomId } from '@natter/protocol'
import type { Connection } from './connection.ts'
import { followLive } from './follow-room.ts'
import type { Gateway } from './gateway.ts'
import { rollOver } from './roll-over.ts'
import { unfollow } from './subscribe.ts'
import type { Subscription } from './subscription.ts'

/**
 * The reader has taken what was kept for it: it is told which rooms to ask for, and hears everything from now on. What it
 * missed of rooms that it has closed since is told as a digest. A stream ends instead: it is opened again with the cursors held.
 */
export function endLag(gateway: Gateway, connection: Connection): void {
  const { outbox, transport } = connection
  const { lag } = outbox
  if (lag === undefined || connection.isClosed) return
  if (transport.kind !== 'websocket') return rollOver(connection)
  outbox.lag = undefined
  const rooms: RoomId[] = []
  for (const [room, seq] of lag.missed) {
    const subscription = connection.rooms.get(room)
    if (subscription?.level === 'digest') oweDigest(gateway, connection, subscription, seq)
    else rooms.push(room)
  }
  if (rooms.length > 0) connection.pushJson(JSON.stringify({ control: 'lag', rooms }))
}

/** Follows the room once more, from where the reader stands: it is owed everything since, mentions and all. */
function oweDigest(gateway: Gateway, connection: Connection, subscription: Subscription, missedSeq: number): void {
  const user = connection.actor?.user.id
  if (user === undefined) return
  const { feed, wroteSeq, returnedAt } = subscription
  const { room } = feed
  unfollow(connection, room)
  const place = { user, room, knownSeq: Math.max(missedSeq - 1, returnedAt) }
  const following = followLive(gateway, connection, place).then(() => {
    const there = connection.rooms.get(room)
    if (there !== undefined) there.wroteSeq = Math.max(there.wroteSeq, wroteSeq)
  })
  gateway.background(following, 'following a room again after a lag')
}
