import type { RoomId, User } from '@natter/protocol'
import type { HistoryRecord } from '@natter/protocol/history'
import type { Plan } from '../plan.ts'
import { Device } from './device.ts'
import type { Page } from './device.ts'
import { OPEN_EDGE } from './edge.ts'
import type { Edge } from './edge.ts'
import { found } from './founding.ts'
import { SimNode } from './node.ts'
import { createRandom } from './random.ts'
import { SimBus } from './sim-bus.ts'
import { SimStore } from './sim-store.ts'
import { VirtualTime } from './virtual-time.ts'

/** Lines of the trace that are kept. */
const TRACE_MAX = 2_000
/** Complaints that are kept: the first ones say what is wrong. */
const COMPLAINTS_MAX = 50

/** Something that a page was asked and has yet to answer: all must be answered when all is quiet. */
export interface Promised {
  page: Page
  what: string
}

/** Real nodes and real clients, a bus and a store that fail, and one clock that stands still unless it is told to move. */
export class World {
  readonly plan: Plan
  readonly time = new VirtualTime()
  readonly store: SimStore
  readonly bus: SimBus
  nodes: readonly SimNode[] = []
  devices: readonly Device[] = []
  users: readonly User[] = []
  readonly records: HistoryRecord[] = []
  readonly restores: { t: number; heads: ReadonlyMap<RoomId, number>; isNewEpoch: boolean }[] = []
  /** Every room that ever was. */
  readonly rooms = new Set<RoomId>()
  readonly promised = new Set<Promised>()
  /** Sentences about what must not be. */
  readonly complaints: string[] = []
  readonly lines: string[] = []
  edge: Edge = OPEN_EDGE
  /** Whether a page looks at what an earlier one has left. */
  isStorageRead = true
  /** No rollback goes back behind this. */
  firstMoment = 0
  /** Whether faults are at work: then a refusal may have a fault as its reason. */
  isTroubled = false
  readonly #opened: (world: World, device: Device, page: Page) => void

  constructor(plan: Plan, opened: (world: World, device: Device, page: Page) => void) {
    const { seed, limits } = plan
    this.plan = plan
    this.store = new SimStore({ time: this.time, seed, limits })
    this.bus = new SimBus(this.time, createRandom(seed, 'bus'))
    this.#opened = opened
  }

  get seed(): number {
    return this.plan.seed
  }

  get kernelBytes(): number {
    return this.plan.kernelBytes
  }

  get limits(): Plan['limits'] {
    return this.plan.limits
  }

  get ratesEnforced(): boolean {
    return this.plan.faults.has('rates')
  }

  /** Founds the place, and lets people in. */
  async start(): Promise<void> {
    const draw = createRandom(this.seed, 'skew')
    this.users = await found(this)
    this.firstMoment = this.store.moment
    this.nodes = Array.from(
      { length: this.plan.nodes },
      (_, index) => new SimNode(`node${index + 1}`, this, draw.between(-5_000, 5_000)),
    )
    for (const node of this.nodes) node.start()
    await this.time.pass(100)
    this.devices = this.users.flatMap((user, index) =>
      Array.from(
        { length: this.plan.devices[index] ?? 1 },
        (_, nth) => new Device(`${user.handle}${nth + 1}`, user, this),
      ),
    )
  }

  write(record: HistoryRecord): void {
    this.records.push(record)
    this.rooms.add(record.room)
  }

  opened(device: Device, page: Page): void {
    this.#opened(this, device, page)
  }

  /** Something must not be as it is. */
  blame(what: string): void {
    if (this.complaints.length < COMPLAINTS_MAX) this.complaints.push(what)
    this.trace(`WRONG: ${what}`)
  }

  trace(what: string): void {
    this.lines.push(`${(this.time.elapsedMs / 1_000).toFixed(3).padStart(9)} ${what}`)
    if (this.lines.length > 2 * TRACE_MAX) this.lines.splice(0, TRACE_MAX)
  }

  /** Keeps an eye on an answer that has to come. */
  expect<T>(page: Page, what: string, answer: Promise<T>): Promise<T> {
    const promised: Promised = { page, what }
    this.promised.add(promised)
    const done = (): void => void this.promised.delete(promised)
    answer.finally(done).catch(() => undefined)
    return answer
  }
}
