import type { FallbackRoads } from '../ports/fallback-roads.ts'
import type { Gateway } from './gateway.ts'
import { openStream } from './open-stream.ts'
import { poll } from './poll.ts'

/** The gateway, for clients that cannot have a socket. */
export function fallbackRoads(gateway: Gateway): FallbackRoads {
  return {
    stream: (call) => openStream(gateway, call),
    poll: (call, waitMs) => poll(gateway, call, waitMs),
  }
}
