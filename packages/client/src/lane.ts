import type { BOUNDS, Cid, DurableEvent, Message, ReplyOf, RoomId } from '@natter/protocol'
import { createAlarm } from './alarm.ts'
import { newCid } from './chance.ts'
import { errorIn, NatterError } from './errors.ts'
import type { Inside } from './inside.ts'
import type { OutboxEntry } from './outbox-storage.ts'
import { quieted } from './quiet.ts'
import { pendingItem } from './timeline-items.ts'
import type { PendingItem } from './timeline-items.ts'

/** Messages in one command. */
const BATCH_MAX: (typeof BOUNDS)['sendManyItems'] = 32
/** After so many `internal` answers in a row a message is refused like any other: it must not block those behind it for ever. */
const INTERNAL_MAX = 8
/** The wait after an answer that nobody is signed in. */
const SIGN_IN_MS = 5_000
/** The longest wait between two tries. */
const RETRY_MS_MAX = 60_000

/** Where a message got its place. */
export type Sent = ReplyOf<'message.send'>

/** A message on its way. */
export interface Sending {
  readonly cid: Cid
  /** Resolves when the message is stored; rejects when it was refused for good, discarded, or the SDK closed. May be ignored. */
  readonly sent: Promise<Sent>
}

/** A message in the outbox; one from an earlier page has nobody waiting for it. */
export interface OutboxItem {
  entry: OutboxEntry
  resolve?: (sent: Sent) => void
  reject?: (error: NatterError) => void
}

/** The room that a lane belongs to. */
export interface LaneRoom {
  readonly id: RoomId
  /** The server has answered. */
  acknowledged(message: Message): void
  /** What is pending is not as it was. */
  touched(): void
}

/**
 * The unacknowledged messages of one room. One command is on its way at a time, and what queues up meanwhile goes as one
 * atomic batch: with several under way, a refusal of one and the acceptance of the next would swap them.
 */
export interface Lane {
  /** For timelines; those of another account are not shown. */
  readonly pending: readonly PendingItem[]
  send(text: string, replyTo: number | undefined): Sending
  /** By the order of writing; false: it is there already. */
  add(item: OutboxItem): boolean
  /** Tries a refused message again, with the same `cid`. */
  retry(cid: Cid): void
  /** Gives a message up. One that is just being sent may still arrive. */
  discard(cid: Cid): void
  /** An event of one's own came: it may be the answer to a message, and come before it. */
  echoed(event: DurableEvent & { type: 'message.posted' }): void
  /** Sends what is next, unless something is on its way or the server has asked to wait. */
  pump(): void
  /** Somebody is signed in: what was written before that is theirs. */
  connected(): void
  disconnected(): void
  stop(error: NatterError): void
}

export function createLane(room: LaneRoom, inside: Inside): Lane {
  const { environment, requests, outbox } = inside
  const items: OutboxItem[] = []
  let pending: readonly PendingItem[] | undefined
  let isSending = false
  /** Made smaller by a refusal, to use a part of a rate or to find the one that is to blame, and larger by success. */
  let sizeMax: number = BATCH_MAX
  let internals = 0
  const retry = createAlarm(environment, pump)

  function pump(): void {
    if (isSending || retry.isSet || !requests.isLive || !outbox.isLoaded) return
    const batch = nextBatch()
    if (batch.length === 0) return
    isSending = true
    const content = batch.map(({ entry: { cid, text, replyTo } }) => ({ cid, text, replyTo }))
    requests.send('message.sendMany', { room: room.id, items: content }, ({ ok, error }) =>
      answered(batch, error, ok?.items),
    )
  }

  /** The next messages that go together, within a frame. */
  function nextBatch(): OutboxItem[] {
    let bytes = 0
    const queue = items.filter((item) => item.entry.error === undefined && isMine(item))
    return queue.slice(0, sizeMax).filter((item, index) => {
      // Three bytes a character are the most that UTF-8 takes, and the entry has more around them than the frame.
      bytes += JSON.stringify(item.entry).length * 3
      return bytes < inside.limits.frameBytes || index === 0
    })
  }

  function answered(batch: OutboxItem[], error?: NatterError, places: readonly Sent[] = []): void {
    isSending = false
    if (places.length !== batch.length) refused(batch, error ?? errorIn(undefined))
    else {
      internals = 0
      sizeMax = Math.min(sizeMax * 2, BATCH_MAX)
      places.forEach((sent, index) => settled(sent, batch[index]))
    }
    pump()
  }

  function settled(sent: Sent, item: OutboxItem | undefined): void {
    const { selfId } = inside
    if (item === undefined || selfId === undefined || take(item.entry.cid) === undefined) return
    const { cid, text, replyTo } = item.entry
    const { seq, n, at } = sent
    room.acknowledged({ seq, n, by: selfId, at, cid, text, ...(replyTo && { replyTo }) })
    item.resolve?.(sent)
  }

  function refused(batch: OutboxItem[], error: NatterError): void {
    const { code, message, field, retryAfterMs } = error
    internals = code === 'internal' ? internals + 1 : 0
    // The end of a sign-in is not the message's fault; the connection ends with it, and the next one goes on here.
    const delayMs = code === 'unauthorized' ? SIGN_IN_MS : retryAfterMs
    if (delayMs !== undefined && internals < INTERNAL_MAX) {
      if (code === 'rate_limited') sizeMax = Math.max(1, batch.length >> 1)
      return retry.set(Math.min(delayMs * 2 ** internals, RETRY_MS_MAX))
    }
    // One of them is refused and takes the others with it: find out which.
    sizeMax = 1
    internals = 0
    const [only] = batch
    if (batch.length > 1 || only === undefined || !items.includes(only)) return
    // The cast: an error with one of the SDK's own codes never ends here.
    put(only, { error: { code, message, field } as OutboxEntry['error'] })
    only.reject?.(error)
  }

  function find(cid: Cid): OutboxItem | undefined {
    return items.find(({ entry }) => entry.cid === cid)
  }

  function take(cid: Cid): OutboxItem | undefined {
    const item = find(cid)
    if (item === undefined) return undefined
    items.splice(items.indexOf(item), 1)
    outbox.remove(cid)
    touched()
    return item
  }

  function add(item: OutboxItem): boolean {
    if (find(item.entry.cid) !== undefined) return false
    items.push(item)
    items.sort((a, b) => a.entry.order - b.entry.order)
    touched()
    return true
  }

  function put(item: OutboxItem, change: Partial<OutboxEntry>): void {
    item.entry = { ...item.entry, ...change }
    save(item.entry)
    touched()
  }

  /** What nobody has signed for yet must not be found, and sent, by whoever signs in after a reload. */
  function save(entry: OutboxEntry): void {
    if (entry.by !== undefined) outbox.save(entry)
  }

  function touched(): void {
    pending = undefined
    room.touched()
  }

  function isMine({ entry: { by } }: OutboxItem): boolean {
    return by === undefined || inside.selfId === undefined || by === inside.selfId
  }

  /** Unknown outcome: the same cids go out again on the next connection. */
  function disconnected(): void {
    isSending = false
    retry.clear()
  }

  return {
    get pending() {
      pending ??= items.filter(isMine).map(({ entry }) => pendingItem(entry))
      return pending
    },
    send(text, replyTo) {
      const cid = newCid(environment)
      const { promise, resolve, reject } = Promise.withResolvers<Sent>()
      const error = outbox.enter()
      if (error !== undefined) reject(error)
      else {
        const at = environment.now()
        const entry = { cid, room: room.id, text, replyTo, at, order: outbox.nextOrder(), by: inside.selfId }
        add({ entry, resolve, reject })
        save(entry)
        pump()
      }
      return { cid, sent: quieted(promise) }
    },
    add,
    retry(cid) {
      const item = find(cid)
      if (item?.entry.error !== undefined) put(item, { error: undefined, by: inside.selfId })
      pump()
    },
    discard: (cid) => take(cid)?.reject?.(new NatterError('stopped', 'This was closed.')),
    echoed({ ref, message: { seq, n, at, cid } }) {
      take(cid)?.resolve?.({ seq, n, ref, at, duplicate: false })
    },
    pump,
    connected() {
      for (const item of items) if (item.entry.by === undefined) put(item, { by: inside.selfId })
      pending = undefined
      pump()
    },
    disconnected,
    stop(error) {
      disconnected()
      for (const { reject } of items) reject?.(error)
    },
  }
}
