import type { Cid, Limits, RoomId, UserId } from '@natter/protocol'
import { NatterError, refusalOf } from './errors.ts'
import type { Environment } from './environment.ts'
import { batchOf, batchSizeMax, sendItem } from './outbox-batch.ts'
import type { OutboxEntry } from './outbox-storage.ts'
import { findUnsendable } from './sendable.ts'
import type { Sent } from './outbox.ts'
import type { Requests } from './requests.ts'
import type { PendingItem } from './timeline-items.ts'

/** After so many `internal` answers in a row a message is refused like any other: it must not block those behind it for ever. */
const INTERNAL_MAX = 8
/** The wait after an answer that nobody is signed in. */
const SIGN_IN_MS = 5_000
/** The longest wait between two tries. */
const RETRY_MS_MAX = 60_000

/** A message in the outbox; one from an earlier page has nobody waiting for it. */
export interface OutboxItem {
  entry: OutboxEntry
  resolve?: (sent: Sent) => void
  reject?: (error: NatterError) => void
}

/** What a lane needs around it. */
export interface LanePorts {
  environment: Environment
  requests: Requests
  self(): UserId | undefined
  limits(): Limits
  /** What earlier pages left behind has been read. */
  isReady(): boolean
  changed(room: RoomId): void
  settled(cid: Cid, sent: Sent): void
  /** What is to survive a reload has changed. */
  changedEntry(entry: OutboxEntry): void
}

/**
 * The unacknowledged messages of one room. One command is on its way at a time, and what queues up meanwhile goes as one
 * atomic batch: with several under way, a refusal of one and the acceptance of the next would swap them.
 */
export class OutboxLane {
  readonly #room: RoomId
  readonly #ports: LanePorts
  #items: OutboxItem[] = []
  #pending: readonly PendingItem[] | undefined
  #isSending = false
  #cancelRetry: (() => void) | undefined
  /** Messages to send one by one, to find out which of a batch was refused. */
  #singly = 0
  /** Halved by each `rate_limited`, so that a part of the bucket is enough. */
  #sizeMax = Infinity
  #internals = 0
  #isStopped = false

  constructor(room: RoomId, ports: LanePorts) {
    this.#room = room
    this.#ports = ports
  }

  get isEmpty(): boolean {
    return this.#items.length === 0
  }

  /** For timelines; those of another account are not shown. */
  get pending(): readonly PendingItem[] {
    this.#pending ??= this.#items.filter((item) => this.#isMine(item)).map(pendingItem)
    return this.#pending
  }

  /** By the order of writing; false when it is there already. */
  add(item: OutboxItem): boolean {
    if (this.#items.some(({ entry }) => entry.cid === item.entry.cid)) return false
    const behind = this.#items.findLastIndex(({ entry }) => entry.order <= item.entry.order)
    this.#items.splice(behind + 1, 0, item)
    this.#pending = undefined
    return true
  }

  take(cid: Cid): OutboxItem | undefined {
    const index = this.#items.findIndex(({ entry }) => entry.cid === cid)
    const [item] = index < 0 ? [] : this.#items.splice(index, 1)
    this.#pending = undefined
    return item
  }

  retry(cid: Cid): void {
    const item = this.#items.find(({ entry }) => entry.cid === cid)
    if (item?.entry.error === undefined) return
    const { error: _, by: __, ...entry } = item.entry
    this.#put(item, this.#signed(entry))
  }

  /** Somebody is signed in: what was written before that is theirs. */
  connected(): void {
    this.#pending = undefined
    for (const item of this.#items) if (item.entry.by === undefined) this.#put(item, this.#signed(item.entry))
    this.pump()
  }

  /** Sends what is next, unless something is on its way or the server has asked to wait. */
  pump(): void {
    if (this.#isSending || this.#isStopped || this.#cancelRetry !== undefined) return
    if (!this.#ports.requests.isLive || !this.#ports.isReady()) return
    this.#refuseUnsendable()
    const queue = this.#items.filter((item) => item.entry.error === undefined && this.#isMine(item))
    const limits = this.#ports.limits()
    const size = this.#singly > 0 ? 1 : Math.min(batchSizeMax(limits), this.#sizeMax)
    const batch = batchOf(queue, size, limits)
    if (batch.length > 0) this.#send(batch)
  }

  disconnected(): void {
    this.#isSending = false
    this.#clearRetry()
  }

  stop(error: NatterError): void {
    this.#isStopped = true
    this.disconnected()
    for (const { reject } of this.#items) reject?.(error)
  }

  #send(batch: readonly OutboxItem[]): void {
    const items = batch.map(({ entry }) => sendItem(entry))
    const [only] = items
    this.#isSending = true
    if (only !== undefined && items.length === 1) {
      this.#ports.requests.send('message.send', { room: this.#room, ...only }, (answer) =>
        this.#answered(batch, 'ok' in answer ? [answer.ok] : answer.error),
      )
      return
    }
    this.#ports.requests.send('message.sendMany', { room: this.#room, items }, (answer) =>
      this.#answered(batch, 'ok' in answer ? answer.ok.items : answer.error),
    )
  }

  #answered(batch: readonly OutboxItem[], answer: readonly Sent[] | NatterError): void {
    // Unknown outcome: the same cids go out again on the next connection.
    if (answer instanceof NatterError && answer.code === 'network') return
    this.#isSending = false
    if (answer instanceof NatterError) this.#refused(batch, answer)
    else {
      this.#internals = 0
      this.#sizeMax *= 2
      this.#singly = Math.max(0, this.#singly - batch.length)
      batch.forEach(({ entry }, index) => {
        const sent = answer[index]
        if (sent !== undefined) this.#ports.settled(entry.cid, sent)
      })
    }
    this.pump()
  }

  #refused(batch: readonly OutboxItem[], error: NatterError): void {
    this.#internals = error.code === 'internal' ? this.#internals + 1 : 0
    // The end of a sign-in is not the message's fault; the connection ends with it, and the next one goes on here.
    const delayMs = error.code === 'unauthorized' ? SIGN_IN_MS : error.retryAfterMs
    if (delayMs !== undefined && this.#internals < INTERNAL_MAX) {
      if (error.code === 'rate_limited') this.#sizeMax = Math.max(1, batch.length >> 1)
      return this.#retryIn(delayMs)
    }
    this.#internals = 0
    // One of them is refused and takes the others with it: find out which.
    if (batch.length > 1) this.#singly = batch.length
    else for (const item of batch) this.#fail(item, error)
  }

  #retryIn(delayMs: number): void {
    this.#cancelRetry = this.#ports.environment.setTimer(Math.min(delayMs * 2 ** this.#internals, RETRY_MS_MAX), () => {
      this.#cancelRetry = undefined
      this.pump()
    })
  }

  #clearRetry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = undefined
  }

  /** What a server would close the connection for, or not answer, must not go out. */
  #refuseUnsendable(): void {
    const { textBytes } = this.#ports.limits()
    for (const item of this.#items) {
      const { text, error } = item.entry
      const unsendable = error === undefined ? findUnsendable(text, text, textBytes) : undefined
      if (unsendable !== undefined) this.#fail(item, unsendable)
    }
  }

  #fail(item: OutboxItem, error: NatterError): void {
    if (!this.#items.includes(item)) return
    this.#singly = Math.max(0, this.#singly - 1)
    this.#put(item, { ...item.entry, error: refusalOf(error) })
    item.reject?.(error)
  }

  #put(item: OutboxItem, entry: OutboxEntry): void {
    item.entry = entry
    this.#pending = undefined
    this.#ports.changedEntry(entry)
    this.#ports.changed(this.#room)
  }

  #signed(entry: OutboxEntry): OutboxEntry {
    const self = this.#ports.self()
    return self === undefined ? entry : { ...entry, by: self }
  }

  #isMine({ entry: { by } }: OutboxItem): boolean {
    const self = this.#ports.self()
    return by === undefined || self === undefined || by === self
  }
}

function pendingItem({ entry }: OutboxItem): PendingItem {
  const { cid, text, replyTo, at, error } = entry
  return {
    ...{ kind: 'pending', key: cid, cid, text, at },
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(error === undefined ? { state: 'pending' } : { state: 'failed', error }),
  } as PendingItem
}
