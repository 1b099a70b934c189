import { OUTBOX_BYTES_MAX } from '../../packages/server/src/gateway/outbox-bounds.ts'
import type { World } from '../world/world.ts'

/** The reply to a greeting may come on top, and what one turn adds before anybody looks. */
const SLACK_BYTES = 1_048_576

/** No reader makes a node keep more than it has bound itself to. */
export function lookAtQueues(world: World): void {
  for (const { life } of world.nodes) {
    for (const { id, queuedBytes } of life?.gateway.list() ?? [])
      if (queuedBytes > OUTBOX_BYTES_MAX + SLACK_BYTES)
        world.blame(`${life?.node} keeps ${queuedBytes} bytes for ${id}`)
  }
}
