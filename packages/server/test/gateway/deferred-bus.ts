import type { Bus, BusMessage, Channel } from '../../src/ports/bus.ts'

/** A bus whose deliveries on chosen channels wait for the test, or are lost. */
export interface DeferredBus {
  wrap(bus: Bus): Bus
  hold(channel: Channel): void
  lose(channel: Channel): void
  /** Nothing is held or lost any more; what was held is delivered now. */
  release(): Promise<void>
  /** Messages that were published. */
  readonly published: { channel: Channel; message: BusMessage }[]
}

export function deferredBus(): DeferredBus {
  const held = new Set<Channel>()
  const lost = new Set<Channel>()
  const published: DeferredBus['published'] = []
  let waiting: (() => void)[] = []
  return {
    published,
    wrap: (bus) => ({
      publish(channel, message) {
        published.push({ channel, message })
        if (held.has(channel)) waiting.push(() => bus.publish(channel, message))
        else if (!lost.has(channel)) bus.publish(channel, message)
      },
      subscribe: (channel, listener) => bus.subscribe(channel, listener),
      close: () => bus.close(),
    }),
    hold: (channel) => void held.add(channel),
    lose: (channel) => void lost.add(channel),
    async release() {
      held.clear()
      lost.clear()
      const late = waiting
      waiting = []
      for (const publish of late) publish()
    },
  }
}
