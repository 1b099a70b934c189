import type { Bus, BusMessage, Channel } from '../../ports/bus.ts'

type Listener = (message: BusMessage) => void

/** The bus of a single node: within the process, in order within a channel, never lost, delivered in a later microtask. */
export function createMemoryBus(): Bus {
  const channels = new Map<Channel, Set<Listener>>()
  let isClosed = false

  return {
    publish(channel, message) {
      // A microtask each, so that a listener that throws takes nobody else's message with it.
      for (const listener of channels.get(channel) ?? []) {
        queueMicrotask(() => {
          if (channels.get(channel)?.has(listener) === true) listener(message)
        })
      }
    },
    async subscribe(channel, listener) {
      if (isClosed) throw new Error('The bus is closed.')
      // Wrapped: the same function may subscribe twice, and each of its subscriptions ends by itself.
      const own: Listener = (message) => listener(message)
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners.add(own))
      return () => {
        listeners.delete(own)
        if (listeners.size === 0 && channels.get(channel) === listeners) channels.delete(channel)
      }
    },
    async close() {
      isClosed = true
      channels.clear()
    },
  }
}
