import { computed } from '@preact/signals'
import { createKeys } from '../keys/keys.ts'
import type { Keys } from '../keys/keys.ts'
import { createOwnSettings } from '../settings/own-settings.ts'
import type { OwnSettings } from '../settings/own-settings.ts'
import { createSidebar } from '../sidebar/create-sidebar.ts'
import type { SidebarModel } from '../sidebar/create-sidebar.ts'
import type { App } from './app-context.ts'
import { sentenceOf } from './sentence-of.ts'

/** What frames the conversation: one's settings, the keys, the list of rooms. */
export interface Frame {
  settings: OwnSettings
  keys: Keys
  sidebar: SidebarModel
}

interface FrameOptions extends Pick<App, 'natter' | 'notices' | 'router'> {
  isMac: boolean
}

const KEYS_KEY = 'keys'

export function createFrame({ natter, notices, router, isMac }: FrameOptions): Frame {
  const settings = createOwnSettings(natter, (error) => notices.tell(sentenceOf(error)))
  const keys = createKeys({
    isMac,
    kept: computed(() => settings.all.value[KEYS_KEY]),
    keep: (choice) => settings.set({ [KEYS_KEY]: choice }),
  })
  return { settings, keys, sidebar: createSidebar({ natter, settings, router }) }
}

/** Where ⌘ is what Ctrl is elsewhere. */
export function isMacLike({ userAgent }: Pick<Navigator, 'userAgent'>): boolean {
  return /Mac|iPhone|iPad/.test(userAgent)
}
