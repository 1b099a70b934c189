import type { RoomId } from '@natter/protocol'
import type { Settings } from '../settings/own-settings.ts'
import { preferenceChange, roomPreference } from '../settings/room-preferences.ts'
import type { SidebarSection } from './sidebar-layout.ts'
import { orderChange } from './sidebar-wishes.ts'

/** Whether the order inside is the reader's to give: conversations go by recency, and what is unread comes and goes. */
export function isOrdered({ kind }: SidebarSection): boolean {
  return kind !== 'people' && kind !== 'unread'
}

/** Where a room may be put: favourites, own sections, and where it came from. */
export function mayHold({ kind }: SidebarSection, isConversation: boolean): boolean {
  return kind === 'favourites' || kind === 'own' || kind === (isConversation ? 'people' : 'rooms')
}

/** What to set so that a room stands in a section, before another room or at its end. */
export function moveInto(
  settings: Settings,
  { room, section, before }: { room: RoomId; section: SidebarSection; before?: RoomId | undefined },
): Settings {
  const { favourite: _, section: __, ...others } = roomPreference(settings, room)
  const preference = {
    ...others,
    ...(section.kind === 'favourites' ? { favourite: true as const } : {}),
    ...(section.kind === 'own' ? { section: section.id } : {}),
  }
  if (before === room) return {}
  if (!isOrdered(section)) return preferenceChange(room, preference)
  const rest = section.order.filter((id) => id !== room)
  const at = before === undefined ? rest.length : rest.indexOf(before)
  return { ...preferenceChange(room, preference), ...orderChange(section.id, rest.toSpliced(at, 0, room)) }
}

/** What to set so that a room goes one place up or down in its section; undefined at the end of it. */
export function moveBy(section: SidebarSection, room: RoomId, step: 1 | -1): Settings | undefined {
  const at = section.all.indexOf(room)
  const passed = section.all[at + step]
  if (!isOrdered(section) || at === -1 || passed === undefined) return undefined
  const rest = section.order.filter((id) => id !== room)
  return orderChange(section.id, rest.toSpliced(rest.indexOf(passed) + (step === 1 ? 1 : 0), 0, room))
}
