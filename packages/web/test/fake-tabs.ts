import type { TabChannel, TabMessage } from '../src/offline/tab-channel.ts'

/** Lines between tabs of one test. What is said arrives when `deliver` is called, in order. */
export interface FakeTabs {
  open(): TabChannel
  deliver(): void
}

export function fakeTabs(): FakeTabs {
  const lines = new Set<{ hear: Set<(message: TabMessage) => void> }>()
  const queue: (() => void)[] = []
  return {
    open: () => {
      const line = { hear: new Set<(message: TabMessage) => void>() }
      lines.add(line)
      return {
        post: (message) => {
          if (!lines.has(line)) return
          const copy = structuredClone(message)
          for (const other of lines) {
            if (other !== line) queue.push(() => lines.has(other) && other.hear.forEach((hear) => hear(copy)))
          }
        },
        listen: (hear) => {
          line.hear.add(hear)
          return () => line.hear.delete(hear)
        },
        close: () => lines.delete(line),
      }
    },
    deliver: () => {
      for (let task = queue.shift(); task; task = queue.shift()) task()
    },
  }
}
