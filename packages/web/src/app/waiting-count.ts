import type { RoomSummary } from '@natter/client'
import type { Settings } from '../settings/own-settings.ts'
import { roomPreference } from '../settings/room-preferences.ts'
import { badgeCount, isNew } from '../sidebar/sidebar-layout.ts'

/** What waits for the reader, for the tab's title and its sign. */
export interface Waiting {
  /** What the badges of all rooms add up to. */
  count: number
  /** Something is new somewhere, for the reader or not. */
  isAny: boolean
}

export function waitingIn(rooms: readonly RoomSummary[], settings: Settings): Waiting {
  let count = 0
  let isAny = false
  for (const summary of rooms) {
    const isMuted = roomPreference(settings, summary.id).muted === true
    count += badgeCount(summary, isMuted)
    isAny ||= isNew(summary, isMuted)
  }
  return { count, isAny }
}
