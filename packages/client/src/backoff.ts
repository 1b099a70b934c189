const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/**
 * How long to wait before the next try: anywhere up to one second after the first failure, up to twice as long after each
 * further one, at most 30 s. Full jitter, so that thousands who lost the same server do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function backoffMs(failures: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)))
}
