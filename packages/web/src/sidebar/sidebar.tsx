import { useMemo, useRef } from 'preact/hooks'
import { useApp } from '../app/app-context.ts'
import type { DialogShown } from '../app/app-context.ts'
import { FIRST_STEPS } from '../app/lazy-parts.tsx'
import { watch } from '../app/view-signal.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { say } from '../words/say.ts'
import { createRoomDrag } from './room-drag.ts'
import { GoToButton } from './go-to-button.tsx'
import { SidebarHeader } from './sidebar-header.tsx'
import { SidebarPart } from './sidebar-part.tsx'
import type { SectionKind } from './sidebar-layout.ts'
import { sidebarWishes, wishChange } from './sidebar-wishes.ts'
import { useRowFocus } from './use-row-focus.ts'
import { walkRows } from './walk-rows.ts'
import { YouRow } from './you-row.tsx'
import './sidebar.css'

/** Rooms and conversations with what is new in them, and oneself. */
export function Sidebar() {
  const { settings, sidebar, router, dialog, isNarrow } = useApp()
  const lists = useRef<HTMLDivElement>(null)
  const route = router.route.value
  const open = route.at === 'room' ? route.room : undefined
  const drag = useMemo(() => createRoomDrag({ settings, sections: sidebar.sections }), [settings, sidebar])
  const sections = sidebar.sections.value
  const { unreadOnly } = sidebarWishes(settings.all.value)
  const isAllRead = unreadOnly && sections.every(({ rows }) => rows.every(({ summary }) => summary.id === open))
  const show = (kind: 'createRoom' | 'browseRooms' | 'openDm') => () => {
    dialog.value = { kind } satisfies DialogShown
  }
  const buttons = {
    rooms: [
      { icon: 'search', label: say('sidebar.browse'), onClick: show('browseRooms') },
      { icon: 'plus', label: say('sidebar.newRoom'), onClick: show('createRoom') },
    ],
    people: [{ icon: 'plus', label: say('sidebar.newMessage'), onClick: show('openDm') }],
  } as const
  useRowFocus(lists)
  return (
    <nav class="sidebar" aria-label={say('sidebar.label')}>
      <SidebarHeader />
      <GoToButton />
      <div ref={lists} class="sidebar__lists" onKeyDown={walkRows}>
        {sections.map((section) =>
          isShown(section.kind, section.all.length) ? (
            <SidebarPart
              key={section.id}
              section={section}
              open={open}
              drag={drag}
              none={noneOf(section.kind)}
              buttons={section.kind === 'rooms' || section.kind === 'people' ? buttons[section.kind] : []}
            />
          ) : null,
        )}
        {isNarrow.value && <FirstOnPhone />}
        {isAllRead && (
          <Empty title={say('sidebar.allRead')}>
            <p>{say('sidebar.allReadWhy')}</p>
            <Button onClick={() => settings.set(wishChange('unreadOnly', false))}>{say('sidebar.showAll')}</Button>
          </Empty>
        )}
      </div>
      <YouRow />
    </nav>
  )
}

/** What the wide page has beside the list. */
function FirstOnPhone() {
  const { natter } = useApp()
  const isNew = watch(natter.connection).state === 'live' && watch(natter.rooms).length === 0
  return isNew && watch(natter.self)?.role === 'owner' ? <FIRST_STEPS /> : null
}

/** Sections that fill by themselves are no use while they are empty. */
function isShown(kind: SectionKind, count: number): boolean {
  return count > 0 || (kind !== 'unread' && kind !== 'favourites')
}

function noneOf(kind: SectionKind): string | undefined {
  if (kind === 'rooms') return say('sidebar.noRooms')
  if (kind === 'people') return say('sidebar.noPeople')
  return kind === 'own' ? say('sidebar.emptySection') : undefined
}
