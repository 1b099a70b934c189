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

export interface LinesToSend {
  /** How long to wait for the server's word on each. */
  waitMs: number
  /** Counted up as lines are done. */
  tally: Tally
  report: (line: number, confirmation: Confirmation) => Promise<void>
}

/**
 * Sends each line as a message, in order, and reports each in order, as it is confirmed or given up. Where reading the
 * lines fails, what was sent before is reported first.
 */
export async function sendLines(
  io: Io,
  room: RoomHandle,
  lines: AsyncIterable<string>,
  { waitMs, tally, report }: LinesToSend,
): Promise<void> {
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
        await report(line, confirmed)
      })
      ahead.push(reported)
      if (ahead.length >= LINES_AHEAD_MAX) await ahead.shift()
    }
  } finally {
    await reported
  }
}
