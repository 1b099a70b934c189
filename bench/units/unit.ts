/** What a work unit of the bench found. `faults` other than 0 makes the run invalid. */
export interface UnitResult {
  title: string
  rows: Record<string, string | number>[]
  /** Lost, doubled, reordered or silently gapped deliveries, and acks that were wrong. */
  faults: number
  text: string
}
