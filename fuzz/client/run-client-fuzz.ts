import { clientCase } from './client-case.ts'

export interface ClientFuzzOptions {
  seed: number
  /** The number of the first case. */
  from?: number
  /** It ends after so many cases, or after so long. */
  cases?: number
  forMs?: number
}

export interface ClientFuzzReport {
  cases: number
  troubles: string[]
  /** The case that went wrong. */
  suspect?: number
}

/** Puts real SDK clients before servers that lie, one after the other, on virtual time, until one does not bear it. */
export async function runClientFuzz({
  seed,
  from = 0,
  cases = Infinity,
  forMs = Infinity,
}: ClientFuzzOptions): Promise<ClientFuzzReport> {
  const report: ClientFuzzReport = { cases: 0, troubles: [] }
  const note = (error: unknown): void =>
    void report.troubles.push(
      `Nobody caught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  const endsAt = performance.now() + forMs
  try {
    for (let index = from; index < from + cases && performance.now() < endsAt; index++) {
      report.troubles.push(...(await clientCase(seed, index)))
      report.cases++
      if (report.troubles.length === 0) continue
      report.suspect = index
      break
    }
    return report
  } finally {
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }
}
