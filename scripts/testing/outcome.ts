/** What a run of tests came to. */
export type Outcome = { passed: number; failed: number; skipped: number }

/** The line that outside tools read: `12 passed, 0 failed`, and the skipped ones only when there are any. */
export function outcomeLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

export function sumOutcomes(outcomes: Outcome[]): Outcome {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const outcome of outcomes) {
    sum.passed += outcome.passed
    sum.failed += outcome.failed
    sum.skipped += outcome.skipped
  }
  return sum
}
