import type { Room, RoomId } from '@natter/protocol'
import type { App } from '../../app/app-context.ts'
import { matchRank } from './match-rank.ts'
import { roomReference } from './room-reference.ts'
import { ASK_AFTER_MS, SUGGESTIONS_MAX } from './suggestion.ts'
import type { Suggestion, SuggestionSource } from './suggestion.ts'

/** Public rooms one is not in that are remembered. */
const FOUND_MAX = 200

/** Rooms that can be named: one's own, those last posted to first, then public ones. */
export function roomSource({ natter }: Pick<App, 'natter'>): SuggestionSource {
  const found = new Map<RoomId, Room>()
  return {
    kind: '#',
    lookUpAfterMs: ASK_AFTER_MS,
    suggest: (query) => {
      const own = natter.rooms.value.map(({ room }) => room)
      const ownIds = new Set(own.map(({ id }) => id))
      const others = [...found.values()].filter(({ id }) => !ownIds.has(id))
      return [...own, ...others]
        .flatMap((room, index) => {
          const rank = room.people ? undefined : matchRank(query, [room.name ?? '', room.slug ?? ''])
          if (rank === undefined) return []
          return [{ room, order: Number(room.archivedAt !== undefined) * 2 + Number(index >= own.length), rank }]
        })
        .sort((a, b) => a.order - b.order || a.rank - b.rank)
        .slice(0, SUGGESTIONS_MAX)
        .map(({ room }) => suggestionOf(room))
    },
    lookUp: async (query, signal) => {
      const { rooms } = await natter.http.publicRooms(query)
      if (signal.aborted) return
      for (const room of rooms) found.set(room.id, room)
      for (const id of [...found.keys()].slice(0, Math.max(0, found.size - FOUND_MAX))) found.delete(id)
    },
  }
}

function suggestionOf(room: Room): Suggestion {
  return {
    key: room.id,
    insert: roomReference(room, location.origin),
    sign: { icon: room.kind === 'private' ? 'lock' : 'hash' },
    label: room.name ?? '',
    note: room.topic ?? '',
    isDim: room.archivedAt !== undefined,
  }
}
