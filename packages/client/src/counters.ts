/** What went by unseen, counted since the start: for diagnosis and tests. */
export interface Counters {
  /** Frames and events that could not be understood and were dropped. */
  malformed: number
  /** Events of types this version does not know. */
  unknown: number
  /** Gaps that were seen in a log. */
  gaps: number
  /** Fresh starts of a room. */
  resets: number
  /** Connections that came to be live. */
  connections: number
  /** Failures of the outbox storage. */
  storageFailures: number
}

export function noCounts(): Counters {
  return { malformed: 0, unknown: 0, gaps: 0, resets: 0, connections: 0, storageFailures: 0 }
}
