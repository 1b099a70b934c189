import type { DurableEvent, Room, UserId } from '@natter/protocol'

/** One thing that happened in a room, ready for names. `who` is bounded by what the timeline holds. */
export type SystemLine =
  | { kind: 'joined' | 'left'; who: UserId[] }
  | { kind: 'added' | 'removed'; who: UserId[]; by: UserId }
  | { kind: 'created' | 'pinned' | 'unpinned' | 'archived' | 'revived' | 'updated'; by: UserId }
  | { kind: 'renamed' | 'retitled'; by: UserId; to: string }

/**
 * Collapses a run of events: neighbours of one kind (and one doer) become one line. Changes of a member's role say nothing.
 * `before` is the room before the run, where that is known.
 */
export function systemLines(events: readonly DurableEvent[], before?: Room): SystemLine[] {
  const lines: SystemLine[] = []
  let details = before
  for (const event of events) {
    if (event.type === 'room.updated') {
      lines.push(lineOfUpdate(event, details))
      details = event.details
      continue
    }
    const line = lineOf(event)
    const last = lines.at(-1)
    if (line && 'who' in line && last && 'who' in last && last.kind === line.kind && doer(last) === doer(line)) {
      last.who = [...last.who.filter((user) => !line.who.includes(user)), ...line.who]
    } else if (line) lines.push(line)
  }
  return lines
}

function lineOf(event: DurableEvent): SystemLine | undefined {
  switch (event.type) {
    case 'member.joined':
      if (event.by === event.member.user) return { kind: 'joined', who: [event.by] }
      return { kind: 'added', who: [event.member.user], by: event.by }
    case 'member.left':
      if (event.by === event.user) return { kind: 'left', who: [event.by] }
      return { kind: 'removed', who: [event.user], by: event.by }
    case 'message.pinned':
      return { kind: 'pinned', by: event.by }
    case 'message.unpinned':
      return { kind: 'unpinned', by: event.by }
    default:
      return undefined
  }
}

type RoomUpdated = Extract<DurableEvent, { type: 'room.updated' }>

/** Events carry the resulting room; what changed shows against the one before. */
function lineOfUpdate({ seq, by, details }: RoomUpdated, before: Room | undefined): SystemLine {
  if (seq === 1) return { kind: 'created', by }
  // An archived room takes nothing but its revival: what made it one archived it.
  if (details.archivedAt !== undefined) return { kind: 'archived', by }
  if (before?.archivedAt !== undefined) return { kind: 'revived', by }
  if (before && before.name !== details.name) return { kind: 'renamed', by, to: details.name ?? '' }
  if (before && before.topic !== details.topic) return { kind: 'retitled', by, to: details.topic ?? '' }
  return { kind: 'updated', by }
}

function doer(line: SystemLine): UserId | undefined {
  return 'by' in line ? line.by : undefined
}
