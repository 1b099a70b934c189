import type { Cid } from '@natter/protocol'
import { NatterError } from './errors.ts'
import type { Inside } from './inside.ts'
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts'
import { TOO_MANY } from './requests.ts'
import { fits } from './shapes.ts'

/** Messages that may be unacknowledged at once, over all rooms. */
export const OUTBOX_ENTRIES_MAX = 1_000
/** How long sending waits for what an earlier page has left behind. */
const LOAD_MS = 5_000

/** What all rooms share of the outbox: its storage, its bound and its order. The messages themselves are in the rooms' lanes. */
export interface Outbox {
  /** What earlier pages left behind has been read. */
  readonly isLoaded: boolean
  /** Makes place for one more; returns why there is none. */
  enter(): NatterError | undefined
  /** Rising in the order of writing. */
  nextOrder(): number
  save(entry: OutboxEntry): void
  remove(cid: Cid): void
  /** What is here stays in the storage. Resolves when it is there. */
  stop(error: NatterError): Promise<unknown>
}

export function createOutbox(inside: Inside, storage: OutboxStorage): Outbox {
  const { environment, counters } = inside
  let isLoaded = false
  let entries = 0
  let order = 0
  let stopped: NatterError | undefined
  let last: Promise<unknown> = Promise.resolve()
  const cancelTimer = environment.setTimer(LOAD_MS, () => loaded([]))
  written(storage.load().then(loaded))
  void last.then(() => loaded([]))
  storage.found?.(take)

  function loaded(found: readonly OutboxEntry[]): void {
    cancelTimer()
    isLoaded = true
    take(found)
  }

  function take(found: readonly OutboxEntry[]): void {
    for (const entry of found) {
      if (!fits('outbox', entry) || enter() !== undefined) continue
      // The clock of an earlier page may have been ahead of this one's.
      order = Math.max(order, entry.order)
      if (!inside.rooms.of(entry.room).lane.add({ entry })) entries--
    }
    for (const { lane } of inside.rooms.all()) lane.pump()
  }

  function written(task: Promise<unknown>): void {
    last = task.catch(() => counters.storageFailures++)
  }

  function enter(): NatterError | undefined {
    if (stopped !== undefined) return stopped
    if (entries >= OUTBOX_ENTRIES_MAX) return new NatterError('quota', TOO_MANY)
    entries++
    return undefined
  }

  return {
    get isLoaded() {
      return isLoaded
    },
    enter,
    nextOrder() {
      // By the clock, so that what an earlier page wrote comes first; rising whatever the clock does.
      order = Math.max(order + 1, environment.now())
      return order
    },
    save: (entry) => written(storage.save(entry)),
    remove(cid) {
      entries--
      written(storage.remove(cid))
    },
    stop(error) {
      stopped = error
      return last
    },
  }
}
