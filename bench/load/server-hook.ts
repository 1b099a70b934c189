/**
 * Loaded into a server under test with `--import`: tells the bench over the process channel what only the process itself
 * knows. Normal runs do not load it.
 */
import { PerformanceObserver, monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** What the server used and how its event loop fared since the last time it was asked. */
export interface InsideFigures {
  cpuMicros: number
  /** How much later than planned a timer ran. */
  loopDelayP99Ms: number
  loopDelayMaxMs: number
  gcCount: number
  gcMs: number
  gcMaxMs: number
  contextSwitches: number
  rssBytes: number
  heapBytes: number
}

const RESOLUTION_MS = 10

// Threads of the server inherit `--import`.
if (isMainThread && process.send !== undefined) answer()

function answer(): void {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  const gc = { count: 0, ms: 0, maxMs: 0 }
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      gc.count++
      gc.ms += duration
      gc.maxMs = Math.max(gc.maxMs, duration)
    }
  })
  observer.observe({ entryTypes: ['gc'] })
  let cpuBefore = cpuMicros()
  let switchesBefore = contextSwitches()

  process.on('message', (ask: 'read' | 'collect') => {
    if (ask === 'collect') globalThis.gc?.()
    const memory = process.memoryUsage()
    const figures: InsideFigures = {
      cpuMicros: cpuMicros() - cpuBefore,
      // The monitor writes down the whole time between two of its timers.
      loopDelayP99Ms: Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION_MS),
      loopDelayMaxMs: Math.max(0, loop.max / 1e6 - RESOLUTION_MS),
      gcCount: gc.count,
      gcMs: gc.ms,
      gcMaxMs: gc.maxMs,
      contextSwitches: contextSwitches() - switchesBefore,
      rssBytes: memory.rss,
      heapBytes: memory.heapUsed,
    }
    loop.reset()
    Object.assign(gc, { count: 0, ms: 0, maxMs: 0 })
    cpuBefore = cpuMicros()
    switchesBefore = contextSwitches()
    process.send?.(figures)
  })
  // Nobody waits for the bench.
  process.channel?.unref()
}

/** User and system time of all threads. */
function cpuMicros(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function contextSwitches(): number {
  const { voluntaryContextSwitches, involuntaryContextSwitches } = process.resourceUsage()
  return voluntaryContextSwitches + involuntaryContextSwitches
}
