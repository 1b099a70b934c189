import { setTimeout as sleep } from 'node:timers/promises'
import type { Pacer } from './method/open-loop.ts'

/** How large and how long a run is. */
export interface Scale {
  isFull: boolean
  /** Of what is measured side by side. */
  rounds: number
  /** Of a step in the open loop; rounds in the closed loop are a quarter of it. */
  seconds: number
  warmUpSeconds: number
  /** What the unit is repeated for, instead of its usual sizes. */
  sizes: readonly number[] | undefined
  /** Whether server and generator each have a core of their own. */
  isPinned: boolean
  seed: number
}

/** What a work unit is given by whoever runs it. */
export interface Bench {
  scale: Scale
  progress(text: string): void
  /** Aborts when the person does not want to wait for the end. */
  stop: AbortSignal
}

export function pacerOf({ stop }: Pick<Bench, 'stop'>): Pacer {
  return { now: () => performance.now(), pause: (ms) => sleep(ms, undefined, { signal: stop }) }
}

/** The sizes of a unit: those that were asked for, or the usual ones. */
export function sizesOf(
  { sizes, isFull }: Scale,
  usual: readonly number[],
  full: readonly number[],
): readonly number[] {
  return sizes ?? (isFull ? full : usual)
}

/** Length of a round in the closed loop. */
export function roundSeconds({ seconds }: Scale): number {
  return seconds / 4
}
