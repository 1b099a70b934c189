import type { Confirmation } from './confirmation.ts'
import type { Io } from './io.ts'
import { escapeLine } from './output/escape.ts'
import { jsonLine } from './output/json.ts'
import type { Tally } from './send-lines.ts'

/** Tells what becomes of each line: seqs on standard output, failures and the count on standard error. */
export interface LineReport {
  line: (line: number, confirmation: Confirmation) => Promise<void>
  end: () => Promise<void>
}

export function lineReport(io: Io, tally: Tally, isJson: boolean): LineReport {
  // On one terminal with the seqs it would stand in their way, and they show the progress themselves.
  const progress = io.err.isTerminal && !io.out.isTerminal ? progressOf(io, tally) : undefined
  const say = (text: string): Promise<void> => io.err.write(`${progress === undefined ? '' : CLEAR_LINE}${text}\n`)
  return {
    line: async (line, confirmed) => {
      if (isJson) await io.out.write(jsonLine(lineJson(line, confirmed)))
      else if (confirmed.outcome === 'sent') await io.out.write(`${confirmed.reply.seq}\n`)
      else await say(`line ${line}: ${escapeLine(confirmed.why)}`)
      await progress?.()
    },
    end: async () => {
      await say(summaryOf(tally))
      if (isJson) await io.out.write(jsonLine({ summary: tally }))
    },
  }
}

function lineJson(line: number, confirmed: Confirmation): object {
  const { cid } = confirmed
  if (confirmed.outcome === 'sent') return { line, cid, ...confirmed.reply }
  const code = confirmed.outcome === 'failed' ? confirmed.code : 'network'
  return { line, cid, error: { code, message: confirmed.why } }
}

function summaryOf({ sent, failed, unconfirmed, blank }: Tally): string {
  const rest = [
    [failed, 'failed'],
    [unconfirmed, 'unconfirmed'],
    [blank, 'blank'],
  ] as const
  const words = rest.filter(([count]) => count > 0).map(([count, what]) => `, ${count} ${what}`)
  return `${sent} sent${words.join('')}.`
}

const CLEAR_LINE = '\r\x1b[K'
const PROGRESS_EVERY_MS = 100

/** A line on the terminal that counts, rewritten a few times a second. */
function progressOf(io: Io, tally: Tally): () => Promise<void> {
  let nextAt = 0
  return async () => {
    if (io.now() < nextAt) return
    nextAt = io.now() + PROGRESS_EVERY_MS
    await io.err.write(`${CLEAR_LINE}${summaryOf(tally)}`)
  }
}
