/**
 * The first row of a log that is as late as `at`, by halving; one more than its length where none is. Clocks may have gone
 * back, then it is one of the rows that are so late after one that is not.
 */
export function firstSeqAt(headSeq: number, atOf: (seq: number) => number, at: number): number {
  let low = 1
  let high = headSeq + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (atOf(middle) < at) low = middle + 1
    else high = middle
  }
  return low
}
