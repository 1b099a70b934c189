import type { DurableEvent, HistoryReply, RoomId } from '@natter/protocol'
import type { Commands } from './commands.ts'
import { NatterError } from './errors.ts'
import type { Fields } from './requests.ts'
import type { RoomLog } from './room-log.ts'
import { windowAround, withNewer, withOlder, withPosted } from './timeline.ts'

/** Messages in one page. */
const PAGE = 50
/** Events kept while a page is on its way. */
const JOURNAL_MAX = 1_000
/** How often a jump asks again when the room has moved on too much meanwhile. */
const TRIES_MAX = 3

type Place = Pick<Fields<'history'>, 'before' | 'after' | 'around'>
type Page = HistoryReply & { posted: readonly DurableEvent[] }

/** Loads pages of older and newer messages into the window of a room. */
export class History {
  readonly #room: RoomId
  readonly #log: RoomLog
  readonly #commands: Commands
  readonly #changed: () => void
  readonly #journals = new Set<DurableEvent[]>()
  #older: Promise<void> | undefined
  #newer: Promise<void> | undefined

  constructor(room: RoomId, log: RoomLog, commands: Commands, changed: () => void) {
    this.#room = room
    this.#log = log
    this.#commands = commands
    this.#changed = changed
  }

  get isLoadingOlder(): boolean {
    return this.#older !== undefined
  }

  get isLoadingNewer(): boolean {
    return this.#newer !== undefined
  }

  /** An event was applied. Pages on their way may have been read before it. */
  note(event: DurableEvent): void {
    for (const journal of this.#journals) if (journal.length < JOURNAL_MAX) journal.push(event)
  }

  loadOlder(): Promise<void> {
    const first = this.#log.window.messages[0]?.seq
    if (this.#log.window.atStart || first === undefined) return Promise.resolve()
    this.#older ??= this.#loading(this.#extend({ before: first }, withOlder), () => (this.#older = undefined))
    return this.#older
  }

  loadNewer(): Promise<void> {
    const last = this.#log.window.messages.at(-1)?.seq
    if (this.#log.window.atEnd || last === undefined) return Promise.resolve()
    this.#newer ??= this.#loading(this.#extend({ after: last }, withNewer), () => (this.#newer = undefined))
    return this.#newer
  }

  /** The window becomes the page around `seq`. */
  async jumpTo(seq: number): Promise<void> {
    await this.#replace({ around: seq })
  }

  async jumpToLatest(): Promise<void> {
    if (!this.#log.window.atEnd) await this.#replace({})
  }

  async #loading(task: Promise<void>, done: () => void): Promise<void> {
    this.#changed()
    try {
      await task
    } finally {
      done()
      this.#changed()
    }
  }

  async #extend(place: Place, join: typeof withOlder): Promise<void> {
    const page = await this.#fetch(place)
    if (page !== undefined) this.#log.show(withLatest(join(this.#log.window, page), page))
  }

  async #replace(place: Place): Promise<void> {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const page = await this.#fetch(place)
      if (page !== undefined) return this.#log.showInstead(withLatest(windowAround(page), page))
    }
    throw new NatterError('overloaded', 'The room moves too fast to read its history now.', { retryAfterMs: 1_000 })
  }

  /** A page brought up to date with the events that came while it was on its way; undefined when that cannot be done. */
  async #fetch(place: Place): Promise<Page | undefined> {
    const { generation } = this.#log
    const journal: DurableEvent[] = []
    this.#journals.add(journal)
    try {
      const page = await this.#commands.run('history', { room: this.#room, limit: PAGE, ...place })
      // After a reset or a jump the page belongs to what is gone.
      if (journal.length === JOURNAL_MAX || generation !== this.#log.generation) return undefined
      return { ...page, messages: [...this.#log.replay(page.messages, journal)], posted: journal }
    } finally {
      this.#journals.delete(journal)
    }
  }
}

/** A window that reaches the end as of some moment ago, with what was posted since. */
function withLatest(window: RoomLog['window'], { posted }: Page): RoomLog['window'] {
  let now = window
  for (const event of posted) if (event.type === 'message.posted') now = withPosted(now, event.message)
  return now
}
