import type { Cursor } from '@natter/protocol'
import type { StoredEvent } from '../ports/log-store.ts'

/** Events of one room kept in memory, so that a storm of reconnecting clients does not reach the store. */
export const HOT_TAIL_EVENTS_MAX = 256
/** Characters of their JSON: a longer list would not be a catch-up any more. */
export const HOT_TAIL_LENGTH_MAX = 262_144
/** How far the bounds may be passed before the tail is cut: dropping many at once keeps the cost of shifting low. */
const SLACK = 1.25

/** The newest events of one room, contiguous up to what this node has applied. */
export class HotTail {
  /** Where a reader must stand at least to be served from here. */
  #base: Cursor
  #events: StoredEvent[] = []
  #length = 0

  constructor(base: Cursor) {
    this.#base = base
  }

  add(event: StoredEvent): void {
    if (event.type === 'message.deleted' && event.subject !== undefined) this.#forget(event.subject)
    this.#events.push(event)
    this.#length += event.json.length
    if (this.#events.length > HOT_TAIL_EVENTS_MAX * SLACK || this.#length > HOT_TAIL_LENGTH_MAX * SLACK) this.#cut()
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

  #cut(): void {
    let kept = this.#events.length
    let length = 0
    for (let index = this.#events.length - 1; index >= 0; index--) {
      length += this.#events[index]?.json.length ?? 0
      if (this.#events.length - index > HOT_TAIL_EVENTS_MAX || length > HOT_TAIL_LENGTH_MAX) break
      kept = index
    }
    this.#dropThrough(kept - 1)
  }

  #dropThrough(index: number): void {
    const last = this.#events[index]
    if (last === undefined) return
    this.#base = [last.seq, last.ref]
    for (const { json } of this.#events.splice(0, index + 1)) this.#length -= json.length
  }
}
