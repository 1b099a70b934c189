import type { RoomSummary } from '@natter/client'
import type { RoomId } from '@natter/protocol'

/** Rooms are found by their slug, or by their name with dashes in place of spaces; in any case of letters. */
export function roomNamed(rooms: readonly RoomSummary[], name: string): RoomId | undefined {
  const wanted = folded(name)
  return rooms.find(({ room }) => room?.slug === wanted || (room?.name !== undefined && folded(room.name) === wanted))
    ?.id
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, '-')
}
