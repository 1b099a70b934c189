import type { RoomSummary } from '@natter/client'
import { compareNames } from '../words/compare-names.ts'

export interface RoomSections {
  rooms: RoomSummary[]
  people: RoomSummary[]
}

/**
 * Rooms by name, so that they stay where the hand expects them; conversations by recency, as they come from the SDK.
 * Archived rooms sink to the end.
 */
export function roomSections(summaries: readonly RoomSummary[]): RoomSections {
  const isPeople = ({ room }: RoomSummary): boolean => room.kind === 'direct' || room.kind === 'group'
  const rooms = summaries.filter((summary) => !isPeople(summary))
  return { rooms: rooms.sort(byName), people: summaries.filter(isPeople) }
}

function byName({ room: a }: RoomSummary, { room: b }: RoomSummary): number {
  const archived = Number(a.archivedAt !== undefined) - Number(b.archivedAt !== undefined)
  return archived || compareNames(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : 1)
}

/** What the badge counts: mentions in rooms, every message in conversations. */
export function badgeCount({ room, unread, mentions }: RoomSummary): number {
  return room.kind === 'direct' || room.kind === 'group' ? unread : mentions
}

/** The room to step to from `current`: the neighbour in the sidebar, or the nearest with something new. */
export function neighbour(
  { rooms, people }: RoomSections,
  current: string | undefined,
  { step, onlyUnread }: { step: 1 | -1; onlyUnread: boolean },
): RoomSummary | undefined {
  const all = [...rooms, ...people]
  const from = all.findIndex(({ id }) => id === current)
  for (let i = 1; i <= all.length; i++) {
    const start = from === -1 && step === -1 ? all.length : from
    const found = all[(start + step * i + all.length * 2) % all.length]
    if (found && found.id !== current && (!onlyUnread || found.unread > 0)) return found
  }
  return undefined
}
