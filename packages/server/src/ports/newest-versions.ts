import { BOUNDS } from '@natter/protocol'
import type { MessageVersion, VersionsReply } from '@natter/protocol'
import { STORE_BOUNDS } from './store-bounds.ts'

/** Of the texts of a message, newest first, as many as one answer holds, oldest first. */
export function newestVersions(all: readonly MessageVersion[]): VersionsReply {
  let bytes = 0
  const tooMany = all.findIndex(({ text }, index) => {
    bytes += Buffer.byteLength(text)
    return index >= BOUNDS.versionsPage || bytes > STORE_BOUNDS.pageBytes
  })
  return { versions: (tooMany === -1 ? all : all.slice(0, tooMany)).toReversed(), more: tooMany !== -1 }
}
