import type { Cursor } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'

/** Events of one room kept in memory, so that a storm of reconnecting clients does not reach the store. */
export const HOT_TAIL_EVENTS_MAX = 256

/** The newest events of one room, contiguous up to what this node has applied. */
export class HotTail {
  /** Where a reader must stand at least to be served from here. */
  #base: Cursor
  #events: StoredEvent[] = []

  constructor(base: Cursor) {
    this.#base = base
  }

  add(event: StoredEvent): void {
    if (event.type === 'message.deleted' && event.subject !== undefined) this.#forget(event.subject)
    this.#events.push(event)
    // Dropping a quarter at once keeps the cost of shifting low.
    if (this.#events.length > HOT_TAIL_EVENTS_MAX * 1.25)
      this.#dropThrough(this.#events.length - HOT_TAIL_EVENTS_MAX - 1)
  }

  /** What came after the cursor; undefined when it is older than the tail or not of this log. */
  since(cursor: Cursor): StoredEvent[] | undefined {
    const [seq, ref] = cursor
    const behind = seq - this.#base[0]
    if (behind < 0) return undefined
    const refThere = behind === 0 ? this.#base[1] : this.#events[behind - 1]?.ref
    return refThere === ref ? this.#events.slice(behind) : undefined
  }

  /** The events after `seq`, whatever their refs: for topping up a catch-up that was read a moment ago. */
  after(seq: number): StoredEvent[] | undefined {
    const behind = seq - this.#base[0]
    return behind < 0 ? undefined : this.#events.slice(behind)
  }

  /** A deleted text must not live on here: readers from before it go to the store, where it is cleared. */
  #forget(subject: number): void {
    this.#dropThrough(this.#events.findLastIndex((event) => event.seq === subject || event.subject === subject))
  }

  #dropThrough(index: number): void {
    const last = this.#events[index]
    if (last === undefined) return
    this.#base = [last.seq, last.ref]
    this.#events.splice(0, index + 1)
  }
}
