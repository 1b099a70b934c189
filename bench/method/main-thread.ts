/** A slice of work, as Chromium's trace has it. Times in microseconds. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  /** By the clock, and of that on a processor. */
  dur?: number
  tdur?: number
  args?: Record<string, unknown>
}

/**
 * What a page's main thread did, in milliseconds of a processor, divided as by the summary of Chromium's own performance
 * panel. Time in which the thread had no processor does not count: other processes of the machine cost the page nothing.
 */
export interface MainThread {
  script: number
  style: number
  layout: number
  paint: number
  /** The rest of its tasks. */
  other: number
}

type Kind = keyof MainThread

const KIND_OF: Readonly<Record<string, Kind>> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  'v8.compile': 'script',
  'v8.run': 'script',
  RunMicrotasks: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  FireIdleCallback: 'script',
  EventDispatch: 'script',
  WebSocketReceive: 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  'BlinkGC.AtomicPhase': 'script',
  UpdateLayoutTree: 'style',
  ParseAuthorStyleSheet: 'style',
  Layout: 'layout',
  HitTest: 'layout',
  'IntersectionObserverController::computeIntersections': 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  RunTask: 'other',
}

/**
 * Sums what each kind of work took by itself: layout that a script forces is layout. `ScriptDuration` of Chromium's
 * counters would not do: it leaves out microtasks, which is where pages are drawn.
 */
export function mainThread(events: readonly TraceEvent[], pageUrl: string): MainThread {
  const sum: MainThread = { script: 0, style: 0, layout: 0, paint: 0, other: 0 }
  const thread = mainThreadOf(events, pageUrl)
  const slices = events
    .filter((event) => event.ph === 'X' && KIND_OF[event.name] !== undefined)
    .filter(({ pid, tid }) => pid === thread?.pid && tid === thread.tid)
    .map(({ name, ts, dur = 0, tdur = dur }) => ({
      kind: KIND_OF[name] ?? 'other',
      from: ts,
      to: ts + dur,
      ms: tdur / 1_000,
    }))
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
  const open: { kind: Kind; to: number }[] = []
  for (const { kind, from, to, ms } of slices) {
    while ((open.at(-1)?.to ?? Infinity) <= from) open.pop()
    const around = open.at(-1)
    sum[kind] += ms
    if (around !== undefined) sum[around.kind] -= ms
    open.push({ kind, to })
  }
  return sum
}

/** Several pages may share one browser: the trace says which process the one at this address is in. */
function mainThreadOf(events: readonly TraceEvent[], pageUrl: string): { pid: number; tid: number } | undefined {
  const started = events.findLast(({ name }) => name === 'TracingStartedInBrowser')?.args?.['data']
  const frames = (started as { frames?: { url: string; processId: number }[] } | undefined)?.frames ?? []
  const pid = frames.find(({ url }) => url.startsWith(pageUrl))?.processId
  const named = events.find(
    (event) => event.name === 'thread_name' && event.pid === pid && event.args?.['name'] === 'CrRendererMain',
  )
  return named && { pid: named.pid, tid: named.tid }
}
