import { NatterError } from '@natter/client'
import type { Message, Natter, RoomHandle, Timeline } from '@natter/client'
import { stoppedError } from './connect.ts'
import { CliError, EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

/** Holes of at most so many messages are filled page by page from their newer end. */
const HOLE_PAGED_MAX = 200

/** How far printing has come; `seq` once something was printed. */
interface Printed {
  n: number
  seq?: number
}

export interface Follow {
  natter: Natter
  room: RoomHandle
  print: (message: Message) => Promise<void>
  /** End when everything that is there has been printed. */
  untilHead: boolean
}

/**
 * Prints the messages of an open room after the message numbered `lastN`, each once, in order and without a gap, and
 * waits for more. `n` counts messages without holes, so a missing one shows itself, whatever happened to the
 * connection; what the timeline does not hold is then asked for. Resolves when the person stops it.
 */
export async function follow(io: Io, lastN: number, { natter, room, print, untilHead }: Follow): Promise<void> {
  let printed: Printed = { n: lastN }
  const news = newsOf(io, natter, room)
  try {
    while (!io.stop.aborted) {
      refuseIfOver(natter, room)
      const seen = news.count()
      const timeline = room.timeline.value
      const fresh = messagesOf(timeline).filter(({ n }) => n > printed.n)
      const [next] = fresh
      if (next?.n === printed.n + 1) {
        for (const message of fresh) {
          if (message.n !== printed.n + 1 || io.stop.aborted) break
          await print(message)
          printed = { n: message.n, seq: message.seq }
        }
      } else if (natter.connection.value.state !== 'live' || timeline.status !== 'live') await news.after(seen)
      else if (next !== undefined) printed = await closeHole(room, next, printed)
      else if (!timeline.atEnd) await patiently(room.loadNewer())
      else if (headOf(timeline) < printed.n) printed = await goneBack(io, timeline)
      else if (untilHead) return
      else await news.after(seen)
    }
  } finally {
    news.end()
  }
}

/** The `n` after which the last `count` messages stand. */
export function beforeLast(timeline: Timeline, count: number): number {
  return Math.max(0, headOf(timeline) - count)
}

/** The `n` of the newest message at or before `seq`; goes there when the timeline does not reach back so far. */
export async function lastUpTo(room: RoomHandle, seq: number): Promise<number> {
  const reaches = ({ atStart, items }: Timeline): boolean =>
    atStart || items.some((item) => item.kind === 'message' && item.message.seq <= seq)
  if (!reaches(room.timeline.value)) await room.jumpTo(Math.max(1, seq))
  while (!reaches(room.timeline.value)) await room.loadOlder()
  return messagesOf(room.timeline.value).findLast((message) => message.seq <= seq)?.n ?? 0
}

function headOf(timeline: Timeline): number {
  return messagesOf(timeline).at(-1)?.n ?? 0
}

function messagesOf({ items }: Timeline): Message[] {
  return items.flatMap((item) => (item.kind === 'message' ? [item.message] : []))
}

/**
 * Loads what is missing between what was printed and `next`: a short hole backwards from what is at hand, a long one by
 * going back to where printing stopped. Answers with the `n` to go on after.
 */
async function closeHole(room: RoomHandle, next: Message, printed: Printed): Promise<Printed> {
  // Older messages than the first of the timeline do not exist: they were removed from the server for good.
  if (room.timeline.value.atStart) return { ...printed, n: next.n - 1 }
  const isLong = next.n - printed.n > HOLE_PAGED_MAX
  await patiently(isLong && printed.seq !== undefined ? room.jumpTo(printed.seq) : room.loadOlder())
  return printed
}

/** A restored backup: what was printed beyond it is not there any more, and its numbers will be given again. */
async function goneBack(io: Io, timeline: Timeline): Promise<Printed> {
  await io.err.write('natter: the room has been set back to an earlier state; going on from there\n')
  return { n: headOf(timeline) }
}

/** A page that could not be had because the connection went is asked for again once it is back. */
async function patiently(loading: Promise<void>): Promise<void> {
  try {
    await loading
  } catch (error) {
    if (!(error instanceof NatterError && (error.code === 'network' || error.retryAfterMs !== undefined))) throw error
  }
}

function refuseIfOver(natter: Natter, room: RoomHandle): void {
  const connection = natter.connection.value
  if (connection.state === 'stopped') throw stoppedError(connection)
  if (connection.state === 'live' && !natter.rooms.value.some(({ id }) => id === room.id)) {
    throw new CliError(EXIT.failure, 'not_member', 'You are not in this room any more.')
  }
}

/** Counts changes of what `follow` looks at, so that none is missed between looking and waiting. */
function newsOf(
  io: Io,
  natter: Natter,
  room: RoomHandle,
): { count: () => number; after: (seen: number) => Promise<void>; end: () => void } {
  let count = 0
  let wake: () => void = () => undefined
  const heard = (): void => {
    count++
    wake()
  }
  const views = [room.timeline.subscribe(heard), natter.connection.subscribe(heard), natter.rooms.subscribe(heard)]
  io.stop.addEventListener('abort', heard)
  return {
    count: () => count,
    after: (seen) => (count === seen ? new Promise((resolve) => (wake = resolve)) : Promise.resolve()),
    end: () => {
      for (const unsubscribe of views) unsubscribe()
      io.stop.removeEventListener('abort', heard)
    },
  }
}
