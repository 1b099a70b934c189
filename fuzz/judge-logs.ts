import type { RoomId } from '@natter/protocol'
import { readFinalLogs } from '../packages/server/src/adapters/sqlite/read-final-logs.ts'
import { caseOfCid } from './cases/conversation.ts'
import { BARRIER_ID } from './cases/fuzz-case.ts'
import type { FuzzCase } from './cases/fuzz-case.ts'
import type { CaseOutcome } from './cases/run-case.ts'
import type { Regular } from './place/regular.ts'

/** Messages of cases that were said to be stored, and cases of which every answer has been heard: those whose last message was stored behind all others. */
export class Ledger {
  /** Where each message is, by room and cid. */
  readonly acked = new Map<string, number>()
  readonly #answered = new Set<number>()

  note(index: number, { texts }: FuzzCase, { acked }: CaseOutcome): void {
    // An answer to an id that was changed on the way tells nobody what it is an answer to.
    const isPaired = acked.keys().every((id) => texts.has(id))
    if (acked.has(BARRIER_ID) && isPaired) this.#answered.add(index)
    for (const [id, ok] of acked) {
      const command = commandIn(texts.get(id))
      if (command === undefined) continue
      const { type, room, cid, items } = command
      if (type === 'message.send') this.acked.set(`${room} ${cid}`, ok['seq'] as number)
      const places = (ok['items'] ?? []) as { seq: number }[]
      if (type === 'message.sendMany')
        items?.forEach((item, at) => this.acked.set(`${room} ${item.cid}`, places[at]?.seq ?? 0))
    }
  }

  /** Whether all that this case was told is known here. */
  isKnown(index: number | undefined): boolean {
    return index !== undefined && this.#answered.has(index)
  }
}

interface Sent {
  type: string
  room: RoomId
  cid: string
  items?: { cid: string }[]
}

/** What a text says; the server has answered it with `ok`, so it is a command, unless another one had its id. */
function commandIn(text: string | undefined): Sent | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Sent)
  } catch {
    return undefined
  }
}

/** Holds the logs in the database against what was acknowledged: nothing lost, nothing there that was refused. */
export function judgeLogs(
  folder: string,
  rooms: readonly RoomId[],
  { ledger, regular }: { ledger: Ledger; regular: Regular },
): string[] {
  const troubles: string[] = []
  const found = new Map<string, number>()
  for (const { room, rows } of readFinalLogs(folder, [...rooms, regular.room])) {
    rows.forEach(({ seq, cid }, index) => {
      if (seq !== index + 1) troubles.push(`Row ${index + 1} of ${room} has the number ${seq}.`)
      if (cid === undefined) return
      found.set(`${room} ${cid}`, seq)
      if (room === regular.room && regular.acked.get(seq) !== cid)
        troubles.push(`The regular was never told of ${cid} at ${seq}.`)
      else if (ledger.isKnown(caseOfCid(cid)) && !ledger.acked.has(`${room} ${cid}`))
        troubles.push(`${cid} was refused and is in the log of ${room} as ${seq}.`)
    })
  }
  for (const [place, seq] of ledger.acked) {
    const isHere = rooms.some((room) => place.startsWith(`${room} `))
    if (isHere && found.get(place) !== seq)
      troubles.push(`${place} was acknowledged as ${seq}, it is at ${found.get(place) ?? 'no place'}.`)
  }
  for (const [seq, cid] of regular.acked)
    if (found.get(`${regular.room} ${cid}`) !== seq) troubles.push(`The regular's ${cid} is not at ${seq}.`)
  return troubles
}
