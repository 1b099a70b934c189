import { useApp } from '../app/app-context.ts'
import { Menu } from '../parts/menu.tsx'
import type { MenuItem } from '../parts/menu.tsx'
import type { Place } from '../parts/menu-place.ts'
import { say } from '../words/say.ts'
import { moveSection, removeSection } from './own-sections.ts'
import { sectionTitle } from './section-title.ts'
import type { SidebarSection } from './sidebar-layout.ts'
import { sectionsChange, sidebarWishes } from './sidebar-wishes.ts'
import type { OwnSection } from './sidebar-wishes.ts'

interface SectionMenuProps {
  section: SidebarSection
  at: Place
  onClose: () => void
}

/** What can be done with a section of one's own. */
export function SectionMenu({ section, at, onClose }: SectionMenuProps) {
  const { settings, notices, dialog } = useApp()
  const { sections } = sidebarWishes(settings.all.value)
  const index = sections.findIndex(({ id }) => id === section.id)
  const set = (next: readonly OwnSection[]): void => settings.set(sectionsChange(next))
  const remove = (): void => {
    set(removeSection(sections, section.id))
    notices.offer(say('sidebar.deleted', { section: sectionTitle(section) }), {
      label: say('frame.undo'),
      run: () => set(sections),
    })
  }
  const up: MenuItem = {
    label: say('sidebar.moveUp'),
    icon: 'up',
    onChoose: () => set(moveSection(sections, section.id, -1)),
  }
  const down: MenuItem = {
    label: say('sidebar.moveDown'),
    icon: 'down',
    onChoose: () => set(moveSection(sections, section.id, 1)),
  }
  const groups: MenuItem[][] = [
    [
      {
        label: say('sidebar.rename'),
        icon: 'edit',
        onChoose: () => (dialog.value = { kind: 'nameSection', section: section.id }),
      },
      ...(index > 0 ? [up] : []),
      ...(index < sections.length - 1 ? [down] : []),
    ],
    [{ label: say('sidebar.delete'), icon: 'trash', isDanger: true, onChoose: remove }],
  ]
  return <Menu label={sectionTitle(section)} groups={groups} at={at} onClose={onClose} />
}
