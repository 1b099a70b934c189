import type { RoomHandle } from '@natter/client'
import type { Confirmation } from './confirmation.ts'
import { confirmationOf } from './confirmation.ts'
import type { Io } from './io.ts'

/** Lines that may wait for the server at once; reading goes on when one of them is confirmed. */
const LINES_AHEAD_MAX = 64

export interface Tally {
  sent: number
  failed: number
  unconfirmed: number
  /** Lines without visible text: nothing to send. */
  blank: number
}

/** Sends each line as a message, in order, and reports each in order, as it is confirmed or given up. */
export async function sendLines(
  io: Io,
  room: RoomHandle,
  lines: AsyncIterable<string>,
  {
    waitMs,
    report,
  }: { waitMs: number; report: (line: number, confirmation: Confirmation, tally: Tally) => Promise<void> },
): Promise<Tally> {
  const tally: Tally = { sent: 0, failed: 0, unconfirmed: 0, blank: 0 }
  const ahead: Promise<void>[] = []
  let reported = Promise.resolve()
  let number = 0
  try {
    for await (const text of lines) {
      const line = ++number
      if (text.trim() === '') {
        tally.blank++
        continue
      }
      const confirmation = confirmationOf(io, room.send(text), waitMs)
      reported = reported.then(async () => {
        const confirmed = await confirmation
        tally[confirmed.outcome]++
        // The outbox would keep it for another try.
        if (confirmed.outcome === 'failed') room.discard(confirmed.cid)
        await report(line, confirmed, tally)
      })
      ahead.push(reported)
      if (ahead.length >= LINES_AHEAD_MAX) await ahead.shift()
    }
  } finally {
    // Also where reading failed half way: what was sent is reported.
    await reported
  }
  return tally
}
