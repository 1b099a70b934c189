import { z } from 'zod'

/** One line of text, trimmed: at most `max` code points, no control, line-breaking or direction-changing characters. */
export function line(max: number) {
  const pattern = new RegExp(`^[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]{0,${max}}$`, 'u')
  return z.string().trim().regex(pattern, `must be one line of at most ${max} characters, without control characters`)
}
