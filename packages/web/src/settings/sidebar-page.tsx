import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { placeBelow } from '../parts/menu-place.ts'
import type { Place } from '../parts/menu-place.ts'
import { Toggle } from '../parts/toggle.tsx'
import { SectionMenu } from '../sidebar/section-menu.tsx'
import { OWN_SECTIONS_MAX, sidebarWishes, wishChange } from '../sidebar/sidebar-wishes.ts'
import { say } from '../words/say.ts'

/** How the list of rooms is sorted, and the sections one has made. */
export function SidebarPage() {
  const { settings, sidebar, dialog } = useApp()
  const menu = useSignal<{ id: string; at: Place } | undefined>(undefined)
  const wishes = sidebarWishes(settings.all.value)
  const shown = sidebar.sections.value.find(({ id }) => id === menu.value?.id)
  return (
    <>
      <Toggle
        label={say('sidebar.unreadFirst')}
        hint={say('settings.unreadFirstHint')}
        isOn={wishes.unreadFirst}
        onTurn={(isOn) => settings.set(wishChange('unreadFirst', isOn))}
      />
      <Toggle
        label={say('sidebar.unreadOnly')}
        hint={say('settings.unreadOnlyHint')}
        isOn={wishes.unreadOnly}
        onTurn={(isOn) => settings.set(wishChange('unreadOnly', isOn))}
      />
      <section class="settings__part">
        <h3>{say('settings.ownSections')}</h3>
        <ul>
          {wishes.sections.map(({ id, name }) => (
            <li key={id} class="settings__row">
              <bdi class="settings__row-name">{name}</bdi>
              <IconButton
                icon="more"
                label={say('sidebar.moreSection', { section: name })}
                aria-haspopup="menu"
                onClick={(event) => (menu.value = { id, at: placeBelow(event.currentTarget) })}
              />
            </li>
          ))}
        </ul>
        {wishes.sections.length === 0 && <p class="settings__hint">{say('settings.noSections')}</p>}
        <Button
          icon="plus"
          disabled={wishes.sections.length >= OWN_SECTIONS_MAX}
          onClick={() => (dialog.value = { kind: 'nameSection' })}
        >
          {say('sidebar.nameSection')}
        </Button>
      </section>
      {menu.value && shown && (
        <SectionMenu section={shown} at={menu.value.at} onClose={() => (menu.value = undefined)} />
      )}
    </>
  )
}
