import type { Health } from './place/messages.ts'

const MIB = 1_048_576
/** What may be added while nothing is kept: caches that fill, code that is compiled. */
const LIVE_SLACK_BYTES = 4 * MIB
/** The same for the whole process, and what the page caches of the database take until they are full (64 and 32 MiB). */
const RSS_SLACK_BYTES = (24 + 96) * MIB
const GROWTH_MAX = 1.1
/** A third each: to warm up, to compare with, to compare. */
const PARTS = 3
const LOOKS_MIN = 6

/** Longer than this its event loop may not stand still while others of the same machine go on. */
export const STALL_MS_MAX = 500
/** And nobody may wait longer than this for an acknowledgement, on a busy machine. */
export const ACK_MS_MAX = 10_000

/** What is looked at, and how much of it is nothing. */
const MEASURES: { what: string; bytesOf: (health: Health) => number; slackBytes: number }[] = [
  { what: 'What the server holds', bytesOf: ({ liveBytes }) => liveBytes, slackBytes: LIVE_SLACK_BYTES },
  { what: 'Its resident memory', bytesOf: ({ rssBytes }) => rssBytes, slackBytes: RSS_SLACK_BYTES },
]

/** Compares memory after the warm-up with memory at the end. */
export function judgeHealth(looks: readonly Health[]): string[] {
  if (looks.length < LOOKS_MIN) return []
  const size = Math.floor(looks.length / PARTS)
  return MEASURES.flatMap(({ what, bytesOf, slackBytes }) => {
    // The least of each part: whatever is under way at a look is not kept.
    const before = Math.min(...looks.slice(size, 2 * size).map(bytesOf))
    const after = Math.min(...looks.slice(-size).map(bytesOf))
    if (after <= before * GROWTH_MAX + slackBytes) return []
    return [`${what} grew from ${mebibytes(before)} to ${mebibytes(after)}.`]
  })
}

export function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`
}
