import type { RoomSummary } from '@natter/client'
import { useApp } from '../app/app-context.ts'
import type { App } from '../app/app-context.ts'
import { copy } from '../app/clipboard.ts'
import { pathOf } from '../app/routes.ts'
import { Menu } from '../parts/menu.tsx'
import type { MenuItem } from '../parts/menu.tsx'
import type { Place } from '../parts/menu-place.ts'
import { markRead } from '../room/mark-read.ts'
import { titleOf } from '../room/title-of.ts'
import { preferenceChange, roomPreference, toggled } from '../settings/room-preferences.ts'
import type { Settings } from '../settings/own-settings.ts'
import { say } from '../words/say.ts'
import { mayHold, moveBy, moveInto } from './move-room.ts'
import { sectionTitle } from './section-title.ts'
import type { SidebarSection } from './sidebar-layout.ts'

interface RoomMenuProps {
  summary: RoomSummary
  at: Place
  onClose: () => void
}

/** What can be done with a room of the list. */
export function RoomMenu({ summary, at, onClose }: RoomMenuProps) {
  const app = useApp()
  const sections = app.sidebar.sections.value
  const label = titleOf(app, summary.room) ?? say('sidebar.roomMenu')
  const groups = [wishes(app, summary), moves(app, summary, sections), rest(app, summary)]
  return <Menu label={label} groups={groups} at={at} onClose={onClose} />
}

function wishes(app: App, { id, unread }: RoomSummary): MenuItem[] {
  const { settings, natter } = app
  const preference = roomPreference(settings.all.value, id)
  const toggle = (wish: 'favourite' | 'muted') => () =>
    settings.set(preferenceChange(id, toggled(roomPreference(settings.all.value, id), wish)))
  return [
    {
      label: say('sidebar.favourite'),
      icon: 'star',
      isChecked: preference.favourite === true,
      onChoose: toggle('favourite'),
    },
    { label: say('sidebar.mute'), icon: 'muted', isChecked: preference.muted === true, onChoose: toggle('muted') },
    ...(unread > 0
      ? [
          {
            label: say('sidebar.markRead'),
            icon: 'check' as const,
            onChoose: () => markRead(app, [natter.room(id)]),
          },
        ]
      : []),
  ]
}

function moves({ settings, dialog }: App, { id, room }: RoomSummary, sections: readonly SidebarSection[]): MenuItem[] {
  const here = sections.find(({ all }) => all.includes(id))
  const set = (change: Settings) => () => settings.set(change)
  const up = here && moveBy(here, id, -1)
  const down = here && moveBy(here, id, 1)
  const others = sections.filter((each) => each !== here && mayHold(each, room.people !== undefined))
  return [
    ...(up ? [{ label: say('sidebar.moveUp'), icon: 'up' as const, onChoose: set(up) }] : []),
    ...(down ? [{ label: say('sidebar.moveDown'), icon: 'down' as const, onChoose: set(down) }] : []),
    ...others.map((section): MenuItem => ({
      label: say('sidebar.moveTo', { section: sectionTitle(section) }),
      icon: section.kind === 'favourites' ? 'star' : 'folder',
      onChoose: () => settings.set(moveInto(settings.all.value, { room: id, section })),
    })),
    {
      label: say('sidebar.newSection'),
      icon: 'plus',
      onChoose: () => (dialog.value = { kind: 'nameSection', room: id }),
    },
  ]
}

function rest(app: App, { id, room }: RoomSummary): MenuItem[] {
  const { dialog } = app
  const address = location.origin + pathOf({ at: 'room', room: id })
  return [
    {
      label: say('sidebar.copyLink'),
      icon: 'link',
      onChoose: () => void copy(app, address, say('sidebar.copied')),
    },
    ...(room.people === undefined
      ? [
          {
            label: say('sidebar.leave'),
            icon: 'leave' as const,
            isDanger: true,
            onChoose: () => (dialog.value = { kind: 'leaveRoom', room: id }),
          },
        ]
      : []),
  ]
}
