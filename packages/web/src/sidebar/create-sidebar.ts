import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { App } from '../app/app-context.ts'
import { viewSignal } from '../app/view-signal.ts'
import { roomPreference } from '../settings/room-preferences.ts'
import { isNew, sidebarLayout } from './sidebar-layout.ts'
import type { SidebarSection } from './sidebar-layout.ts'

/** The list of rooms as it is now, for what draws it and for the keys that walk along it. */
export interface SidebarModel {
  readonly sections: ReadonlySignal<readonly SidebarSection[]>
  /** Remembers of each room that is opened whether it was unread, from here to the answer. */
  follow(): () => void
}

export function createSidebar({ natter, settings, router }: Pick<App, 'natter' | 'settings' | 'router'>): SidebarModel {
  const open = computed(() => (router.route.value.at === 'room' ? router.route.value.room : undefined))
  const isHeld = signal(false)
  const rooms = viewSignal(natter.rooms)
  return {
    sections: computed(() =>
      sidebarLayout(rooms.value, settings.all.value, { open: open.value, isHeld: isHeld.value }),
    ),
    follow: () =>
      effect(() => {
        const id = open.value
        isHeld.value = untracked(() => {
          const summary = natter.rooms.value.find((each) => each.id === id)
          return summary !== undefined && isNew(summary, roomPreference(settings.all.value, summary.id).muted === true)
        })
      }),
  }
}
