import { InvalidArgumentError } from 'commander'

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const DURATION_MAX_MS = 3_650 * UNITS_MS.d

/** `30s`, `10m`, `1h` or `2d` in milliseconds, as the value of an option. */
export function parseDurationMs(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  const ms = Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS]
  if (!(ms > 0 && ms <= DURATION_MAX_MS)) {
    throw new InvalidArgumentError('A duration is a number with a unit, up to ten years: 30s, 10m, 1h, 2d.')
  }
  return ms
}
