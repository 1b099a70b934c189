import type { Random } from '../../sim/world/random.ts'

/** When messages are due, in milliseconds after the start, for a constant rate: t_i = i / rate. */
export function evenTimes(ratePerSecond: number, seconds: number): Float64Array {
  const count = Math.max(1, Math.floor(ratePerSecond * seconds))
  return Float64Array.from({ length: count }, (_, i) => (i * 1_000) / ratePerSecond)
}

/** The same for people who do not wait for each other: a Poisson process of that rate. */
export function poissonTimes(ratePerSecond: number, seconds: number, random: Random): Float64Array {
  const times: number[] = []
  const next = (at: number): number => at - (Math.log(1 - random.next()) * 1_000) / ratePerSecond
  for (let at = next(0); at < seconds * 1_000; at = next(at)) times.push(at)
  return Float64Array.from(times)
}
