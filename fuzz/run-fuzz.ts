import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RoomId } from '@natter/protocol'
import { makeCase } from './cases/make-case.ts'
import { runCase } from './cases/run-case.ts'
import { ACK_MS_MAX, judgeHealth, STALL_MS_MAX } from './judge-health.ts'
import { judgeLogs, Ledger } from './judge-logs.ts'
import type { Health } from './place/messages.ts'
import { Place } from './place/place.ts'
import { Regular } from './place/regular.ts'
import { Scenes } from './place/scene.ts'

const NS_PER_MS = 1_000_000
const LANES = 16
const LOOK_EVERY_MS = 1_000
const TROUBLES_MAX = 20
/** Of the regular; with limits five messages a second are allowed. */
const PACE_MS = { off: 5, on: 250 }

export interface FuzzOptions {
  seed: number
  /** The number of the first case. */
  from?: number
  /** It ends after so many cases, or after so long. */
  cases?: number
  forMs?: number
  /** Connections at once. */
  lanes?: number
  limits?: 'on' | 'off'
  /** Called once a second. */
  progress?: (cases: number, health: Health) => void
}

export interface FuzzReport {
  cases: number
  /** By kind. */
  kinds: Record<string, number>
  /** Cases that were answered to their end, and messages that they and the regular were told are stored. */
  answered: number
  acked: number
  slowestAckMs: number
  /** Of the server's event loop, beyond what this process stood still at the time. */
  longestStallMs: number
  looks: Health[]
  troubles: string[]
  /** Cases that were under way when the first trouble was noticed. */
  suspects: number[]
}

/** Does to a real server what nobody should, beside somebody who does all as it should be done. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { from = 0, lanes = LANES, limits = 'off' } = options
  const run = new Run(options)
  const place = await Place.open({ limits, fault: (sentence) => run.trouble(sentence) })
  try {
    const scenes = new Scenes(place)
    const regular = await Regular.enter(place, await place.person(), PACE_MS[limits])
    await scenes.of(from)
    // What starting has cost is no sign of anything.
    await place.health()
    const working = Promise.all(Array.from({ length: lanes }, () => run.lane(place, scenes)))
    await run.watch(place, working)
    await regular.leave()
    run.judge(
      place,
      (await scenes.all()).map(({ room }) => room),
      regular,
    )
    return run.report
  } finally {
    await place.close()
  }
}

/** The cases of one run and what came of them. */
class Run {
  readonly report: FuzzReport = {
    cases: 0,
    kinds: {},
    answered: 0,
    acked: 0,
    slowestAckMs: 0,
    longestStallMs: 0,
    looks: [],
    troubles: [],
    suspects: [],
  }
  readonly #options: FuzzOptions
  readonly #ledger = new Ledger()
  readonly #underWay = new Set<number>()
  readonly #ownDelay = monitorEventLoopDelay({ resolution: 5 })
  readonly #endsAt: number
  readonly #last: number
  #next: number

  constructor(options: FuzzOptions) {
    const { from = 0, cases = Infinity, forMs = Infinity } = options
    this.#options = options
    this.#next = from
    this.#last = from + cases
    this.#endsAt = performance.now() + forMs
    this.#ownDelay.enable()
  }

  /** Ends the run; the cases under way are to be suspected, unless it is known which one it was. */
  trouble(sentence: string, suspects: Iterable<number> = this.#underWay): void {
    const { troubles } = this.report
    if (troubles.length === 0) this.report.suspects.push(...suspects)
    if (troubles.length < TROUBLES_MAX) troubles.push(sentence)
  }

  /** One case after the other. */
  async lane(place: Place, scenes: Scenes): Promise<void> {
    const { report } = this
    while (this.#next < this.#last && performance.now() < this.#endsAt && report.troubles.length === 0) {
      const index = this.#next++
      this.#underWay.add(index)
      const fuzzCase = makeCase(this.#options.seed, index, await scenes.of(index))
      const outcome = await runCase(place.url, fuzzCase)
      for (const sentence of outcome.troubles) this.trouble(`Case ${index} (${fuzzCase.kind}): ${sentence}`, [index])
      this.#ledger.note(index, fuzzCase, outcome)
      this.#underWay.delete(index)
      report.cases++
      if (outcome.isAnswered) report.answered++
      report.kinds[fuzzCase.kind] = (report.kinds[fuzzCase.kind] ?? 0) + 1
    }
  }

  /** Looks at the server until the work is done. */
  async watch(place: Place, working: Promise<unknown>): Promise<void> {
    const done = new AbortController()
    working.then(
      () => done.abort(),
      () => done.abort(),
    )
    while (!done.signal.aborted && place.isAlive) {
      await this.#look(place)
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))])
    }
    await working
    await this.#look(place)
  }

  async #look(place: Place): Promise<void> {
    const health = await place.health()
    if (health === undefined) return
    this.report.looks.push(health)
    // Where this process stood still as well, the machine was busy.
    const stallMs = Math.max(0, health.stallMs - this.#ownDelay.max / NS_PER_MS)
    this.#ownDelay.reset()
    this.report.longestStallMs = Math.max(this.report.longestStallMs, stallMs)
    this.#options.progress?.(this.report.cases, health)
  }

  judge({ folder }: Place, rooms: readonly RoomId[], regular: Regular): void {
    const { report } = this
    report.slowestAckMs = regular.slowestMs
    report.acked = this.#ledger.acked.size + regular.acked.size
    const sentences = [
      ...(regular.trouble === undefined ? [] : [regular.trouble]),
      ...judgeTimes(report),
      ...judgeHealth(report.looks),
      ...judgeLogs(folder, rooms, { ledger: this.#ledger, regular }),
    ]
    for (const sentence of sentences) this.trouble(sentence)
  }
}

function judgeTimes({ slowestAckMs, longestStallMs }: FuzzReport): string[] {
  return [
    ...(slowestAckMs > ACK_MS_MAX ? [`The regular waited ${Math.round(slowestAckMs)} ms for an acknowledgement.`] : []),
    ...(longestStallMs > STALL_MS_MAX ? [`The event loop stood still for ${Math.round(longestStallMs)} ms.`] : []),
  ]
}
