import { useComputed, useSignal } from '@preact/signals'
import type { RoomId } from '@natter/protocol'
import { useApp } from '../app/app-context.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import type { IconName } from '../parts/icon.tsx'
import { placeBelow } from '../parts/menu-place.ts'
import type { Place } from '../parts/menu-place.ts'
import { say } from '../words/say.ts'
import type { RoomDrag } from './room-drag.ts'
import { RoomRow } from './room-row.tsx'
import { SectionMenu } from './section-menu.tsx'
import { sectionTitle } from './section-title.ts'
import type { SidebarSection } from './sidebar-layout.ts'
import { foldChange, sidebarWishes } from './sidebar-wishes.ts'

interface SidebarPartProps {
  section: SidebarSection
  open: RoomId | undefined
  drag: RoomDrag
  /** What it says when there is nothing in it. */
  none: string | undefined
  buttons: readonly { icon: IconName; label: string; onClick: () => void }[]
}

/** One section of the list: its name folds it in and out. */
export function SidebarPart({ section, open, drag, none, buttons }: SidebarPartProps) {
  const { settings } = useApp()
  const menuAt = useSignal<Place | undefined>(undefined)
  const isDropped = useComputed(() => drag.over.value === section.id)
  const title = sectionTitle(section)
  const { isCollapsed } = section
  const fold = (): void => settings.set(foldChange(sidebarWishes(settings.all.value), section.id, !isCollapsed))
  return (
    <section class="sidebar__section" data-drop={isDropped.value} {...drag.ofSection(section)}>
      <header class="sidebar__section-header">
        <h2>
          <button type="button" class="sidebar__fold" aria-expanded={!isCollapsed} onClick={fold}>
            <Icon name="fold" />
            <bdi>{title}</bdi>
          </button>
        </h2>
        {section.kind === 'own' && (
          <IconButton
            icon="more"
            label={say('sidebar.moreSection', { section: title })}
            aria-haspopup="menu"
            onClick={(event) => (menuAt.value = placeBelow(event.currentTarget))}
          />
        )}
        {buttons.map((button) => (
          <IconButton key={button.label} {...button} />
        ))}
      </header>
      <ul>
        {section.rows.map(({ summary, isMuted }) => (
          <RoomRow key={summary.id} summary={summary} isMuted={isMuted} isOpen={summary.id === open} drag={drag} />
        ))}
      </ul>
      {section.all.length === 0 && none !== undefined && !isCollapsed && <p class="sidebar__none">{none}</p>}
      {menuAt.value && <SectionMenu section={section} at={menuAt.value} onClose={() => (menuAt.value = undefined)} />}
    </section>
  )
}
