/** 11 bits of a value are kept: three significant digits, as HDR histograms do. */
const KEPT_BITS = 11
const EXACT_BELOW = 2 ** KEPT_BITS
const VALUE_MAX_MICROS = 60_000_000
/** Fewer samples say nothing about one in a thousand. */
const SAMPLES_FOR_P999 = 10_000

/** A value, and how often it was seen. */
export type Bucket = [micros: number, count: number]

/**
 * A histogram of latencies from 1 µs to 60 s with three significant digits. Not the one of `node:perf_hooks`: that one
 * keeps its buckets to itself, and result files have to carry them so that others can recompute every figure.
 */
export class Latencies {
  readonly #counts = new Map<number, number>()
  #count = 0
  #max = 0

  static from(buckets: readonly Bucket[]): Latencies {
    const made = new Latencies()
    for (const [micros, count] of buckets) made.#add(micros, count)
    return made
  }

  get count(): number {
    return this.#count
  }

  record(ms: number): void {
    this.#add(bucketOf(ms * 1_000), 1)
  }

  merge(other: Latencies): void {
    for (const [micros, count] of other.#counts) this.#add(micros, count)
  }

  /** In milliseconds; NaN of none. `part` from 0 to 1. */
  quantileMs(part: number): number {
    if (this.#count === 0) return Number.NaN
    const rank = Math.max(1, Math.ceil(part * this.#count))
    let seen = 0
    for (const [micros, count] of this.buckets()) {
      seen += count
      if (seen >= rank) return micros / 1_000
    }
    return this.#max / 1_000
  }

  /** p50, p90, p99, p99.9 where there are enough samples for it, the greatest, and the count. */
  figures(): Record<string, number> {
    return {
      'p50 ms': this.quantileMs(0.5),
      'p90 ms': this.quantileMs(0.9),
      'p99 ms': this.quantileMs(0.99),
      ...(this.#count < SAMPLES_FOR_P999 ? {} : { 'p99.9 ms': this.quantileMs(0.999) }),
      'max ms': this.quantileMs(1),
      samples: this.#count,
    }
  }

  /** By rising value. */
  buckets(): Bucket[] {
    return [...this.#counts].toSorted(([one], [other]) => one - other)
  }

  #add(micros: number, count: number): void {
    this.#counts.set(micros, (this.#counts.get(micros) ?? 0) + count)
    this.#count += count
    this.#max = Math.max(this.#max, micros)
  }
}

/** The lowest value that shares its three digits. */
function bucketOf(micros: number): number {
  const value = Math.min(VALUE_MAX_MICROS, Math.max(1, Math.round(micros)))
  if (value < EXACT_BELOW) return value
  const width = 2 ** (Math.floor(Math.log2(value)) + 1 - KEPT_BITS)
  return Math.floor(value / width) * width
}
