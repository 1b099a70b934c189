import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mainThread } from '../method/main-thread.ts'
import type { TraceEvent } from '../method/main-thread.ts'

const PAGE = 'http://127.0.0.1:8080'
const MAIN = { pid: 7, tid: 7 }

const slice = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  ts,
  dur,
  ...MAIN,
  ...more,
})
const frames = [
  { url: 'http://127.0.0.1:9/', processId: 8 },
  { url: `${PAGE}/r/1`, processId: MAIN.pid },
]
const HEAD: TraceEvent[] = [
  { name: 'TracingStartedInBrowser', ph: 'I', pid: 1, tid: 1, ts: 0, args: { data: { frames } } },
  { name: 'thread_name', ph: 'M', ...MAIN, ts: 0, args: { name: 'CrRendererMain' } },
  { name: 'thread_name', ph: 'M', pid: 8, tid: 8, ts: 0, args: { name: 'CrRendererMain' } },
]

test('work that a script forces counts as that work, and the rest of a task as other', () => {
  const events = [
    ...HEAD,
    slice('Layout', 30_000, 5_000),
    slice('RunTask', 0, 100_000),
    slice('FunctionCall', 10_000, 40_000),
    slice('UpdateLayoutTree', 26_000, 4_000),
    slice('RunMicrotasks', 60_000, 8_000),
    slice('Paint', 110_000, 2_000),
  ]
  assert.deepEqual(mainThread(events, PAGE), { script: 39, style: 4, layout: 5, paint: 2, other: 52 })
})

test('time without a processor does not count, nor do other threads, other pages, and what has no kind', () => {
  const events = [
    ...HEAD,
    slice('FunctionCall', 0, 50_000, { tdur: 3_000 }),
    slice('FunctionCall', 0, 50_000, { tid: 9 }),
    slice('FunctionCall', 0, 50_000, { pid: 8, tid: 8 }),
    slice('SomethingElse', 60_000, 1_000),
  ]
  assert.deepEqual(mainThread(events, PAGE), { script: 3, style: 0, layout: 0, paint: 0, other: 0 })
})
