import type { RoomSummary } from '@natter/client'
import type { RoomId } from '@natter/protocol'
import type { Settings } from '../settings/own-settings.ts'
import { roomPreference } from '../settings/room-preferences.ts'
import type { RoomPreference } from '../settings/room-preferences.ts'
import { sidebarWishes } from './sidebar-wishes.ts'
import type { OwnSection, SidebarWishes } from './sidebar-wishes.ts'
import { compareNames } from '../words/compare-names.ts'

export type SectionKind = 'unread' | 'favourites' | 'own' | 'rooms' | 'people'

/** One part of the list of rooms. */
export interface SidebarSection {
  readonly id: string
  readonly kind: SectionKind
  /** Of own sections. */
  readonly name?: string
  readonly isCollapsed: boolean
  /** What is to be seen: of a folded section, and with the filter, only what is new and what is open. */
  readonly rows: readonly SidebarRow[]
  /** Everything that stands in it, in its order. */
  readonly all: readonly RoomId[]
  /** The same and, in their places, those that stand among the unread ones for now. */
  readonly order: readonly RoomId[]
}

export interface SidebarRow {
  readonly summary: RoomSummary
  readonly isMuted: boolean
}

export interface SidebarSight {
  /** The room on screen: never hidden. */
  open: RoomId | undefined
  /** It was unread when it was opened, and stays where that put it until one leaves. */
  isHeld: boolean
}

type Placed = SidebarRow & { preference: RoomPreference; isNew: boolean; isAway: boolean }

/** The whole list, from what there is and what one wants. */
export function sidebarLayout(
  summaries: readonly RoomSummary[],
  settings: Settings,
  { open, isHeld }: SidebarSight,
): SidebarSection[] {
  const wishes = sidebarWishes(settings)
  const homes = new Map<string, Placed[]>()
  for (const summary of summaries) {
    const preference = roomPreference(settings, summary.id)
    const isMuted = preference.muted === true
    const isUnread = isNew(summary, isMuted)
    const isAway = wishes.unreadFirst && (isUnread || (isHeld && summary.id === open))
    const placed = { summary, preference, isMuted, isNew: isUnread, isAway }
    const home = homeOf(placed, wishes.sections)
    for (const id of isAway ? ['unread', home] : [home]) {
      const there = homes.get(id)
      if (there) there.push(placed)
      else homes.set(id, [placed])
    }
  }
  return sectionList(wishes).map(({ id, kind, name }) => {
    const living = sorted(homes.get(id) ?? [], kind, wishes.orderOf(id))
    const placed = living.filter(({ isAway }) => isAway === (kind === 'unread'))
    const isCollapsed = wishes.collapsed.has(id)
    const isFiltered = isCollapsed || wishes.unreadOnly
    return {
      id,
      kind,
      ...(name === undefined ? {} : { name }),
      isCollapsed,
      rows: placed.filter((each) => !isFiltered || each.isNew || each.summary.id === open),
      all: placed.map(({ summary }) => summary.id),
      order: living.map(({ summary }) => summary.id),
    }
  })
}

/** What makes a room bold. Of muted rooms only mentions. */
export function isNew({ unread, mentions }: RoomSummary, isMuted: boolean): boolean {
  return isMuted ? mentions > 0 : unread > 0
}

/** What the badge counts: mentions in rooms, every message in conversations; in muted ones only mentions. */
export function badgeCount({ room, unread, mentions }: RoomSummary, isMuted = false): number {
  return isConversation(room.kind) && !isMuted ? unread : mentions
}

/** The room to step to from `current`: the neighbour in the list, or the nearest where something waits. */
export function neighbour(
  sections: readonly SidebarSection[],
  current: RoomId | undefined,
  { step, only }: { step: 1 | -1; only?: 'unread' | 'mention' },
): RoomSummary | undefined {
  const all = sections.flatMap(({ rows }) => rows)
  const from = all.findIndex(({ summary }) => summary.id === current)
  const start = from === -1 && step === -1 ? all.length : from
  for (let i = 1; i <= all.length; i++) {
    const row = all[(start + step * i + all.length * 2) % all.length]
    if (row && row.summary.id !== current && counts(row, only)) return row.summary
  }
  return undefined
}

function counts({ summary, isMuted }: SidebarRow, only: 'unread' | 'mention' | undefined): boolean {
  if (only === undefined) return true
  return only === 'unread' ? isNew(summary, isMuted) : badgeCount(summary, isMuted) > 0
}

function isConversation(kind: RoomSummary['room']['kind']): boolean {
  return kind === 'direct' || kind === 'group'
}

function homeOf({ summary, preference }: Placed, sections: readonly OwnSection[]): string {
  if (preference.favourite) return 'favourites'
  if (preference.section !== undefined && sections.some(({ id }) => id === preference.section))
    return preference.section
  return isConversation(summary.room.kind) ? 'people' : 'rooms'
}

function sectionList({ sections, unreadFirst }: SidebarWishes): { id: string; kind: SectionKind; name?: string }[] {
  const unread = { id: 'unread', kind: 'unread' } as const
  return [
    ...(unreadFirst ? [unread] : []),
    { id: 'favourites', kind: 'favourites' },
    ...sections.map(({ id, name }) => ({ id, name, kind: 'own' as const })),
    { id: 'rooms', kind: 'rooms' },
    { id: 'people', kind: 'people' },
  ]
}

/**
 * By hand where somebody gave an order, then rooms by name, so that they stay where the hand expects them, and
 * conversations by recency, as they come from the SDK. Archived rooms sink to the end.
 */
function sorted(placed: readonly Placed[], kind: SectionKind, order: readonly RoomId[]): Placed[] {
  const places = new Map(kind === 'people' || kind === 'unread' ? [] : order.map((id, index) => [id, index]))
  return [...placed].sort((a, b) => {
    const byHand = (places.get(a.summary.id) ?? Infinity) - (places.get(b.summary.id) ?? Infinity)
    // Of two without a place the difference of infinities is no number.
    return byHand || byName(a.summary, b.summary)
  })
}

function byName({ room: a }: RoomSummary, { room: b }: RoomSummary): number {
  const people = Number(isConversation(a.kind)) - Number(isConversation(b.kind))
  if (people !== 0 || isConversation(a.kind)) return people
  const archived = Number(a.archivedAt !== undefined) - Number(b.archivedAt !== undefined)
  return archived || compareNames(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : 1)
}
