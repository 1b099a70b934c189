import { isRoomId } from '@natter/protocol'
import type { RoomId } from '@natter/protocol'
import type { Settings } from '../settings/own-settings.ts'

/** How one wants the list of rooms. */
export interface SidebarWishes {
  /** Sections of one's own, in their order. */
  readonly sections: readonly OwnSection[]
  /** The ids of sections that are folded in. */
  readonly collapsed: ReadonlySet<string>
  /** Show only what is unread. */
  readonly unreadOnly: boolean
  /** Unread rooms stand in a section of their own, at the top. */
  readonly unreadFirst: boolean
  /** The order given by hand, by section. */
  orderOf(section: string): readonly RoomId[]
}

export interface OwnSection {
  readonly id: string
  readonly name: string
}

export const OWN_SECTIONS_MAX = 30
export const SECTION_NAME_MAX = 40
/** Beyond them the order is the usual one. */
export const ORDERED_ROOMS_MAX = 300

/** Reads what is kept; what does not fit is left out. */
export function sidebarWishes(settings: Settings): SidebarWishes {
  return {
    sections: listOf(settings['sidebar.sections']).flatMap(ownSection).slice(0, OWN_SECTIONS_MAX),
    collapsed: new Set(listOf(settings['sidebar.collapsed']).filter(isText)),
    unreadOnly: settings['sidebar.unreadOnly'] === true,
    unreadFirst: settings['sidebar.unreadFirst'] === true,
    orderOf: (section) => listOf(settings[orderKey(section)]).flatMap((id) => (isText(id) && isRoomId(id) ? [id] : [])),
  }
}

/** What to set to turn something on or off. */
export function wishChange(wish: 'unreadOnly' | 'unreadFirst', isOn: boolean): Settings {
  return { [`sidebar.${wish}`]: isOn ? true : null }
}

export function foldChange({ collapsed }: SidebarWishes, section: string, isFolded: boolean): Settings {
  const others = [...collapsed].filter((id) => id !== section)
  return listChange('sidebar.collapsed', isFolded ? [...others, section] : others)
}

export function sectionsChange(sections: readonly OwnSection[]): Settings {
  return listChange('sidebar.sections', sections.slice(0, OWN_SECTIONS_MAX))
}

export function orderChange(section: string, order: readonly RoomId[]): Settings {
  return listChange(orderKey(section), order.slice(0, ORDERED_ROOMS_MAX))
}

function listChange(key: string, list: readonly unknown[]): Settings {
  return { [key]: list.length === 0 ? null : list }
}

function orderKey(section: string): string {
  return `sidebar.order.${section}`
}

function listOf(kept: unknown): readonly unknown[] {
  return Array.isArray(kept) ? kept : []
}

function isText(kept: unknown): kept is string {
  return typeof kept === 'string'
}

function ownSection(kept: unknown): OwnSection[] {
  if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('name' in kept)) return []
  const { id, name } = kept
  return isText(id) && isText(name) && name.trim() !== '' ? [{ id, name: name.slice(0, SECTION_NAME_MAX) }] : []
}
