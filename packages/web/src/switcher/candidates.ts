import type { RoomSummary } from '@natter/client'
import type { Room, RoomId, User } from '@natter/protocol'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { badgeCount, isNew } from '../sidebar/sidebar-layout.ts'
import { fitOf } from './match.ts'

/** Something the switcher leads to. */
export type Candidate =
  | { kind: 'room'; key: string; names: readonly string[]; summary: RoomSummary; isMuted: boolean }
  /** A public room one is not in. */
  | { kind: 'found'; key: string; names: readonly string[]; room: Room }
  | { kind: 'person'; key: string; names: readonly string[]; user: User }
  | { kind: 'command'; key: string; names: readonly string[]; id: ShortcutId }

/** What is looked for: everything without a sign, rooms behind #, people behind @, commands behind >. */
export interface Wanted {
  kind: 'all' | 'rooms' | 'people' | 'commands'
  text: string
}

export const ANSWERS_MAX = 30

export function wantedOf(typed: string): Wanted {
  const text = typed.trimStart()
  const kind = SIGNS[text.charAt(0)]
  return kind === undefined ? { kind: 'all', text: text.trim() } : { kind, text: text.slice(1).trim() }
}

const SIGNS: Partial<Record<string, Wanted['kind']>> = { '#': 'rooms', '@': 'people', '>': 'commands' }

/**
 * What fits, best first. Among what fits equally well: what mentions the reader, what is unread, what was last posted to;
 * then people, rooms one is not in, commands. The room on screen comes last, for one is there already.
 */
export function ranked(
  candidates: readonly Candidate[],
  wanted: Wanted,
  open: RoomId | undefined,
): readonly Candidate[] {
  const fitting = candidates.flatMap((candidate, index) => {
    if (!isWanted(candidate, wanted)) return []
    const fit = fitOf(wanted.text, candidate.names)
    const isOpen = candidate.kind === 'room' && candidate.summary.id === open
    return fit === undefined ? [] : [{ candidate, index, fit: isOpen ? 0 : fit, weight: weightOf(candidate) }]
  })
  return fitting
    .sort((a, b) => b.fit - a.fit || b.weight - a.weight || a.index - b.index)
    .slice(0, ANSWERS_MAX)
    .map(({ candidate }) => candidate)
}

function isWanted(candidate: Candidate, { kind, text }: Wanted): boolean {
  switch (candidate.kind) {
    case 'room':
      return kind === 'all' || kind === (candidate.summary.room.people === undefined ? 'rooms' : 'people')
    case 'found':
      return kind === 'rooms' || (kind === 'all' && text !== '')
    case 'person':
      return kind === 'people' || (kind === 'all' && text !== '')
    case 'command':
      return kind === 'commands' || (kind === 'all' && text !== '')
  }
}

function weightOf(candidate: Candidate): number {
  switch (candidate.kind) {
    case 'room':
      if (badgeCount(candidate.summary, candidate.isMuted) > 0) return 5
      return isNew(candidate.summary, candidate.isMuted) ? 4 : 3
    case 'person':
      return 2
    case 'found':
      return 1
    case 'command':
      return 0
  }
}
