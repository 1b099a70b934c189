import type { Received } from '../method/received.ts'
import type { RawClient } from './raw-client.ts'

/** One socket of a crowd. */
export interface Seat {
  client: RawClient
  /** Undefined: it does not have the room on screen. */
  received: Received | undefined
  /** Reads what it is sent and takes its age; the others count. */
  isProbe: boolean
}

/** One room of a crowd: whoever is in it, and how many of them have not had a message yet, by its seq. */
export interface Row {
  seats: Seat[]
  unseen: Map<number, number>
  /** Posts so far. */
  posts: number
}

/** One socket in so many is a probe, and at least one a room. */
const PROBE_EVERY = 16

export function isProbe(room: number, seat: number, seatsOfRoom: number): boolean {
  return seat === seatsOfRoom - 1 || (room * seatsOfRoom + seat) % PROBE_EVERY === 0
}
