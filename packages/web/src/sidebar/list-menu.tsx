import { useApp } from '../app/app-context.ts'
import { Menu } from '../parts/menu.tsx'
import type { MenuItem } from '../parts/menu.tsx'
import type { Place } from '../parts/menu-place.ts'
import { say } from '../words/say.ts'
import { sidebarWishes, wishChange } from './sidebar-wishes.ts'

/** How the whole list is sorted and filtered. */
export function ListMenu({ at, onClose }: { at: Place; onClose: () => void }) {
  const { settings, keys, dialog } = useApp()
  const wishes = sidebarWishes(settings.all.value)
  const toggle = (wish: 'unreadOnly' | 'unreadFirst'): MenuItem => ({
    label: say(`sidebar.${wish}`),
    isChecked: wishes[wish],
    onChoose: () => settings.set(wishChange(wish, !wishes[wish])),
  })
  const groups: MenuItem[][] = [
    [toggle('unreadOnly'), toggle('unreadFirst')],
    [
      { label: say('sidebar.newSection'), icon: 'plus', onChoose: () => (dialog.value = { kind: 'nameSection' }) },
      { label: say('sidebar.allReadNow'), icon: 'check', onChoose: () => keys.run('markAllRead') },
    ],
  ]
  return <Menu label={say('sidebar.options')} groups={groups} at={at} onClose={onClose} />
}
