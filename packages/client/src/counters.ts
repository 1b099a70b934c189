/** What went by unseen, counted since the start: for diagnosis and tests. */
export interface Counters {
  /** Frames and events that could not be understood and were dropped. */
  malformed: number
  /** Rooms that began anew because too much was missed or the log was another. */
  resets: number
  /** Holes in a log that were seen and filled by asking, and when the last one was, by this device's clock. */
  gapsHealed: number
  gapHealedAt?: number
  /** Greetings: how often this client was connected. */
  connections: number
  /** Failures of the outbox storage: what is written may not survive a reload. */
  storageFailures: number
}
