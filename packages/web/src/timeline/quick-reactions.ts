import { QUICK_REACTIONS } from './reaction-list.ts'

/** The reactions that are nearest: those used last, then the usual ones. */
export function quickReactions(recent: readonly string[], count: number): string[] {
  return [...new Set([...recent, ...QUICK_REACTIONS])].slice(0, count)
}
