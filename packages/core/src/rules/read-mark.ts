import type { ReadMark } from '@natter/protocol'

/** Where a read mark goes that somebody wants at `wanted`; undefined: it stays. Only `force` moves it back. */
export function decideMarkRead(mark: ReadMark, wanted: ReadMark, force: boolean): ReadMark | undefined {
  if (wanted.seq > mark.seq) return wanted
  return force && wanted.seq < mark.seq ? wanted : undefined
}
