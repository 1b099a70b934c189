import type { Cid, DurableEvent, Limits, Message, ReplyOf, RoomId, UserId } from '@natter/protocol'
import { newCid } from './chance.ts'
import type { Environment } from './environment.ts'
import { NatterError } from './errors.ts'
import { OutboxLane } from './outbox-lane.ts'
import type { OutboxItem } from './outbox-lane.ts'
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts'
import { quiet } from './quiet.ts'
import type { Requests } from './requests.ts'
import { amount, isWireError, place, roomId, shape, text, userId } from './shapes.ts'
import type { PendingItem } from './timeline-items.ts'

/** Messages that may be unacknowledged at once, over all rooms. */
export const OUTBOX_ENTRIES_MAX = 1_000
/** How long sending waits for what an earlier page has left behind. */
const LOAD_MS = 5_000

/** Writes that wait for a storage that does not answer. */
const WRITES_MAX = 5_000

/** Where a message got its place. */
export type Sent = ReplyOf<'message.send'>

/** A message on its way. */
export interface Sending {
  readonly cid: Cid
  /** Resolves when the message is stored; rejects when it was refused for good, discarded, or the SDK closed. May be ignored. */
  readonly sent: Promise<Sent>
}

/** What the outbox needs around it. */
export interface OutboxPorts {
  environment: Environment
  requests: Requests
  storage: OutboxStorage
  self(): UserId | undefined
  limits(): Limits
  /** Unacknowledged messages of a room have changed. */
  changed(room: RoomId): void
  acknowledged(room: RoomId, message: Message): void
  /** The storage failed. */
  storageFailed(): void
}

/** What one has written and the server has not acknowledged: in order per room, with the same `cid` on every try. */
export class Outbox {
  readonly #ports: OutboxPorts
  readonly #lanes = new Map<RoomId, OutboxLane>()
  #count = 0
  #order = 0
  #isLoaded = false
  #writes: Promise<void> = Promise.resolve()
  #writing = 0
  #stopped: NatterError | undefined

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    const cancelTimer = ports.environment.setTimer(LOAD_MS, () => this.#loaded([]))
    const load = async (): Promise<void> => {
      const entries = await ports.storage.load().finally(cancelTimer)
      this.#loaded(entries.filter(isEntry))
    }
    void this.#write(load).then(() => this.#loaded([]))
  }

  pending(room: RoomId): readonly PendingItem[] {
    return this.#lanes.get(room)?.pending ?? []
  }

  failed(room: RoomId): number {
    return this.pending(room).filter(({ state }) => state === 'failed').length
  }

  send(room: RoomId, text: string, replyTo: number | undefined): Sending {
    const { environment } = this.#ports
    const cid = newCid(environment)
    const error = this.#refused()
    if (error !== undefined) return { cid, sent: quiet(Promise.reject(error)) }
    const by = this.#ports.self()
    const entry: OutboxEntry = {
      ...{ cid, room, text, at: environment.now(), order: this.#nextOrder() },
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(by === undefined ? {} : { by }),
    }
    const { promise, resolve, reject } = Promise.withResolvers<Sent>()
    this.#add({ entry, resolve, reject })
    this.#save(entry)
    this.#pump(room)
    return { cid, sent: quiet(promise) }
  }

  /** Tries a refused message again, with the same `cid`. */
  retry(room: RoomId, cid: Cid): void {
    this.#lanes.get(room)?.retry(cid)
    this.#pump(room)
  }

  /** Gives a message up. One that is just being sent may still arrive. */
  discard(room: RoomId, cid: Cid): void {
    this.#take(room, cid)?.reject?.(new NatterError('stopped', 'The message was discarded.'))
  }

  /** An event of one's own came: it may be the answer to a message, and come before it. */
  echoed(event: DurableEvent): void {
    if (event.type !== 'message.posted' || event.message.by !== this.#ports.self()) return
    const { seq, n, at, cid } = event.message
    this.#take(event.room, cid)?.resolve?.({ seq, n, ref: event.ref, at, duplicate: false })
  }

  connected(): void {
    for (const lane of this.#lanes.values()) lane.connected()
  }

  disconnected(): void {
    for (const lane of this.#lanes.values()) lane.disconnected()
  }

  /** The SDK is closing: what is here stays in the storage. Resolves when it is there. */
  async stop(error: NatterError): Promise<void> {
    this.#stopped = error
    for (const lane of this.#lanes.values()) lane.stop(error)
    await this.#writes
  }

  #refused(): NatterError | undefined {
    if (this.#stopped !== undefined || this.#count < OUTBOX_ENTRIES_MAX) return this.#stopped
    return new NatterError('quota', `${OUTBOX_ENTRIES_MAX} messages are waiting already.`)
  }

  #loaded(entries: OutboxEntry[]): void {
    this.#isLoaded = true
    for (const entry of entries.slice(0, OUTBOX_ENTRIES_MAX - this.#count)) {
      // Written on this device before anybody had signed in: whoever is here now has to say whether it is theirs.
      const isOrphan = entry.by === undefined && entry.error === undefined
      const error = { code: 'unavailable', message: 'The page was closed before this could be sent.' } as const
      this.#add({ entry: isOrphan ? { ...entry, error } : entry })
    }
    for (const room of this.#lanes.keys()) this.#pump(room)
  }

  /** By the clock, so that what an earlier page wrote comes first; rising whatever the clock does. */
  #nextOrder(): number {
    this.#order = Math.max(this.#order + 1, this.#ports.environment.now())
    return this.#order
  }

  #add(item: OutboxItem): void {
    const { room } = item.entry
    let lane = this.#lanes.get(room)
    if (lane === undefined) {
      lane = new OutboxLane(room, {
        ...this.#ports,
        isReady: () => this.#isLoaded,
        settled: (cid, sent) => this.#settled(room, cid, sent),
        changedEntry: (entry) => this.#save(entry),
      })
      this.#lanes.set(room, lane)
    }
    if (lane.add(item)) this.#count++
    this.#ports.changed(room)
  }

  #pump(room: RoomId): void {
    this.#lanes.get(room)?.pump()
  }

  /** The server has answered. */
  #settled(room: RoomId, cid: Cid, sent: Sent): void {
    const item = this.#take(room, cid)
    if (item === undefined) return
    const { text, replyTo } = item.entry
    const { seq, n, at } = sent
    const by = this.#ports.self()
    const message = { seq, n, at, cid, text, ...(replyTo === undefined ? {} : { replyTo }) }
    if (by !== undefined) this.#ports.acknowledged(room, { ...message, by })
    item.resolve?.(sent)
  }

  #take(room: RoomId, cid: Cid): OutboxItem | undefined {
    const lane = this.#lanes.get(room)
    const item = lane?.take(cid)
    if (lane === undefined || item === undefined) return undefined
    this.#count--
    if (lane.isEmpty) this.#lanes.delete(room)
    void this.#write(() => this.#ports.storage.remove(cid))
    this.#ports.changed(room)
    return item
  }

  #save(entry: OutboxEntry): void {
    void this.#write(() => this.#ports.storage.save(entry))
  }

  /** One after the other, so that a removal never overtakes the saving before it. */
  #write(task: () => Promise<void>): Promise<void> {
    if (this.#writing >= WRITES_MAX) {
      this.#ports.storageFailed()
      return this.#writes
    }
    this.#writing++
    this.#writes = this.#writes
      .then(task)
      .catch(() => this.#ports.storageFailed())
      .finally(() => this.#writing--)
    return this.#writes
  }
}

const isEntry = shape(
  { cid: text, room: roomId, text, at: amount, order: amount },
  { replyTo: place, by: userId, error: isWireError },
) as (value: unknown) => value is OutboxEntry
