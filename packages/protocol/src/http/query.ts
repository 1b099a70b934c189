import { z } from 'zod'

const DIGITS = /^[0-9]{1,15}$/

/** A whole number in a query string. */
export function queryInt(min: number, max: number) {
  return z.string().regex(DIGITS, 'must be a whole number').transform(Number).pipe(z.int().min(min).max(max))
}

/** What somebody looks for. */
export const searchText = z.string().max(100)
