import type { DurableEvent, UserId } from '@natter/protocol'

/** One thing that happened in a room, ready for names. `who` is bounded by what the timeline holds. */
export type SystemLine =
  | { kind: 'joined' | 'left'; who: UserId[] }
  | { kind: 'added' | 'removed'; who: UserId[]; by: UserId }
  | { kind: 'created' | 'pinned' | 'unpinned' | 'archived' | 'revived' | 'updated'; by: UserId }
  | { kind: 'renamed' | 'retitled'; by: UserId; to: string }

/** Collapses a run of events: neighbours of one kind (and one doer) become one line. Changes of a member's role say nothing. */
export function systemLines(events: readonly DurableEvent[]): SystemLine[] {
  const lines: SystemLine[] = []
  let details: Extract<DurableEvent, { type: 'room.updated' }>['details'] | undefined
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

/** Events carry the resulting room; what changed shows against the one before, when that is in the same run. */
function lineOfUpdate({ seq, by, details }: RoomUpdated, before: RoomUpdated['details'] | undefined): SystemLine {
  if (seq === 1) return { kind: 'created', by }
  if (before && before.name !== details.name) return { kind: 'renamed', by, to: details.name ?? '' }
  if (before && before.topic !== details.topic) return { kind: 'retitled', by, to: details.topic ?? '' }
  if (before && (before.archivedAt === undefined) !== (details.archivedAt === undefined)) {
    return { kind: details.archivedAt === undefined ? 'revived' : 'archived', by }
  }
  return { kind: 'updated', by }
}

function doer(line: SystemLine): UserId | undefined {
  return 'by' in line ? line.by : undefined
}
