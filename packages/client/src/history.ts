import type { DurableEvent, HistoryReply, RoomId } from '@natter/protocol'
import type { Inside } from './inside.ts'
import type { Fields } from './requests.ts'
import type { RoomLog } from './room-log.ts'
import { windowAround, withNewer, withOlder, withPosted } from './timeline.ts'
import type { TimelineWindow } from './timeline.ts'

/** Messages in one page. */
const PAGE = 50
/** Events kept while a page is on its way. */
const JOURNAL_MAX = 1_000

type Place = Pick<Fields<'history'>, 'before' | 'after' | 'around'>
type Join = (window: TimelineWindow, page: HistoryReply) => TimelineWindow

/** Loads pages of older and newer messages into the window of a room. */
export interface History {
  readonly loadingOlder: boolean
  readonly loadingNewer: boolean
  /** An event was applied. Pages on their way may have been read before it. */
  note(event: DurableEvent): void
  loadOlder(): Promise<void>
  loadNewer(): Promise<void>
  /** The window becomes the page around `seq`, or the newest one, unless it was replaced meanwhile. */
  jumpTo(seq?: number): Promise<void>
}

export function createHistory(room: RoomId, { run }: Inside, log: RoomLog, changed: () => void): History {
  const journals = new Set<DurableEvent[]>()
  const loading = new Map<Join, Promise<void>>()

  /** Puts a page into the window, brought up to date with the events that came while it was on its way. */
  async function load(place: Place, join: Join): Promise<void> {
    const { restarts } = log
    const neighbour = place.before ?? place.after
    const journal: DurableEvent[] = []
    journals.add(journal)
    let page: HistoryReply
    try {
      page = await run('history', { room, limit: PAGE, ...place })
    } finally {
      journals.delete(journal)
    }
    // After a reset or another jump the page belongs to what is gone.
    if (journal.length === JOURNAL_MAX || restarts !== log.restarts) return
    // Where its neighbour was let go meanwhile, a hole would be between them.
    if (neighbour && neighbour !== log.window.messages.at(place.after ? -1 : 0)?.seq) return
    let window = join(log.window, page)
    // In their order: what was posted meanwhile may have been deleted since.
    for (const event of journal) {
      window = { ...window, messages: log.changedBy(event, window.messages) }
      if (event.type === 'message.posted') window = withPosted(window, event.message)
    }
    log.show(window, !neighbour)
  }

  async function extend(join: Join, place: Place): Promise<void> {
    let task = loading.get(join)
    if (task === undefined) {
      task = load(place, join)
      loading.set(join, task)
      changed()
    }
    try {
      await task
    } finally {
      loading.delete(join)
      changed()
    }
  }

  return {
    get loadingOlder() {
      return loading.has(withOlder)
    },
    get loadingNewer() {
      return loading.has(withNewer)
    },
    note(event) {
      for (const journal of journals) if (journal.length < JOURNAL_MAX) journal.push(event)
    },
    async loadOlder() {
      const { atStart, messages } = log.window
      if (!atStart && messages[0]) await extend(withOlder, { before: messages[0].seq })
    },
    async loadNewer() {
      const last = log.window.messages.at(-1)
      if (!log.window.atEnd && last) await extend(withNewer, { after: last.seq })
    },
    jumpTo: (around) => load({ around }, (_, page) => windowAround(page)),
  }
}
