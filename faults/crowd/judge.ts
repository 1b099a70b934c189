import type { Message, RoomId } from '@natter/protocol'
import { checkHistory, consequencesOf } from '@natter/protocol/history'
import type { FinalLog, HistoryRecord } from '@natter/protocol/history'
import { noCounts, violate } from '../counts.ts'
import type { Counts } from '../counts.ts'
import type { Post } from './post.ts'

/** One message as a client was shown it. `isAnew`: it was told before this one that it starts anew. */
export interface Sight {
  seq: number
  n: number
  cid: string
  text: string
  isAnew: boolean
}

/** What one client was shown of one room, in that order. */
export interface Viewing {
  by: string
  room: RoomId
  sights: Sight[]
}

export interface Evidence {
  posts: readonly Post[]
  viewings: readonly Viewing[]
  /** What came over bare connections. */
  received: readonly HistoryRecord[]
  /** All messages of each room, as the server tells them in the end. */
  told: ReadonlyMap<RoomId, readonly Message[]>
  /** The logs as the database has them. */
  logs: readonly FinalLog[]
}

/** Holds what was answered, received and shown against the log. */
export function judge({ posts, viewings, received, told, logs }: Evidence): Counts {
  const { violations, counts: byRule, acked } = checkHistory(historyOf({ posts, received }), logs)
  // The checker keeps some of the sentences and counts them all.
  const counts: Counts = { ...noCounts(), runs: 1, acked, ...consequencesOf(byRule) }
  for (const { rule, message } of violations) violate(counts, `${rule} ${message}`)
  judgeTexts(counts, posts, told)
  for (const viewing of viewings) judgeViewing(counts, viewing, told.get(viewing.room) ?? [])
  return counts
}

/** The lines in the order in which they happened. */
export function historyOf({ posts, received }: Pick<Evidence, 'posts' | 'received'>): HistoryRecord[] {
  const written = posts.flatMap(({ by: proc, user, room, cid, at, settledAt = at, outcome }): HistoryRecord[] => {
    const line = { proc, user, room, cid, op: 'send' } as const
    const invoke = { ...line, t: at, phase: 'invoke' } as const
    if (outcome.state === 'acked') {
      const { seq, n } = outcome
      return [invoke, { ...line, t: settledAt, phase: 'ok', seq, n }]
    }
    return [invoke, { ...line, t: settledAt, phase: outcome.state === 'refused' ? 'fail' : 'info' }]
  })
  return [...written, ...received].toSorted((one, other) => one.t - other.t)
}

/** What the database has is checked by then; this is about what people wrote and read. */
function judgeTexts(counts: Counts, posts: readonly Post[], told: Evidence['told']): void {
  const texts = new Map<string, string>()
  for (const [room, messages] of told) for (const { by, cid, text } of messages) texts.set(`${room} ${by} ${cid}`, text)
  for (const { user, room, cid, text, outcome } of posts) {
    const found = texts.get(`${room} ${user} ${cid}`)
    if (outcome.state === 'pending') violate(counts, `${cid} was never answered`, 'lost')
    if (outcome.state === 'acked' && found === undefined) violate(counts, `history does not tell of ${cid}`, 'lost')
    if (found !== undefined && found !== text) violate(counts, `history tells ${cid} with another text`, 'lost')
  }
}

function judgeViewing(counts: Counts, { by, room, sights }: Viewing, told: readonly Message[]): void {
  const where = `${by} in ${room}`
  let lastN = 0
  for (const { seq, n, cid, text, isAnew } of sights) {
    const message = told[n - 1]
    if (message?.seq !== seq || message.cid !== cid || message.text !== text)
      violate(counts, `${where} was shown ${cid} at ${seq}/${n}, history tells ${message?.cid} there`, 'reordered')
    if (n === lastN) violate(counts, `${where} was shown n ${n} twice`, 'doubled')
    else if (n < lastN) violate(counts, `${where} was shown n ${n} after ${lastN}`, 'reordered')
    else if (n !== lastN + 1 && lastN > 0 && !isAnew)
      violate(counts, `${where} went from n ${lastN} to ${n} unsaid`, 'gaps')
    lastN = n
  }
  const head = told.at(-1)?.n ?? 0
  if (lastN !== head) violate(counts, `${where} ended at n ${lastN} of ${head}`, 'gaps')
}
