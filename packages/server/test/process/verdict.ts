import type { Post } from './crowd.ts'
import type { WholeLog } from './whole-log.ts'

export interface Verdict {
  /** Acknowledged and not where the answer said. */
  lost: number
  /** In the log more than once. */
  doubled: number
  /** Places where `n` is not the next, or `seq` does not rise. */
  gaps: number
  faults: string[]
}

/** Compares what was answered with what the log holds in the end. */
export function judge(posts: Post[], log: WholeLog): Verdict {
  const verdict: Verdict = { lost: 0, doubled: 0, gaps: 0, faults: [] }
  const note = (what: 'lost' | 'doubled' | 'gaps', sentence: string): void => {
    verdict[what]++
    verdict.faults.push(sentence)
  }
  const known = new Map(posts.map((post) => [`${post.room} ${post.cid}`, post]))
  for (const { room, cid, text, answer } of posts) {
    const found = log.find(room, cid)
    const [stored] = found
    if (found.length > 1) note('doubled', `${cid} stands ${found.length} times in the log`)
    if (answer === undefined) note('lost', `${cid} was never answered`)
    else if (stored?.seq !== answer.seq || stored.n !== answer.n || stored.text !== text) {
      note('lost', `${cid} was answered ${answer.seq}/${answer.n} and is at ${stored?.seq}/${stored?.n}`)
    }
  }
  for (const [room, messages] of log.messages) {
    messages.forEach((message, index) => {
      if (message.n !== index + 1) note('gaps', `${room} has n ${message.n} at place ${index + 1}`)
      if (message.seq <= (messages[index - 1]?.seq ?? 0)) note('gaps', `${room} has seq ${message.seq} out of order`)
      if (!known.has(`${room} ${message.cid}`)) verdict.faults.push(`${room} has ${message.cid}, which nobody sent`)
    })
  }
  return verdict
}
