import type { WordKey } from '../words/say.ts'
import type { Chord } from './chord.ts'

/** Where a shortcut works: on the whole page, or while the focus is in one part of it. */
export const SCOPES = ['global', 'timeline', 'message', 'composer', 'dialog'] as const
export type Scope = (typeof SCOPES)[number]

interface Shortcut {
  scope: Scope
  /** What it is pressed by until somebody wants it otherwise. Empty: only by name, in the switcher. */
  keys: readonly Chord[]
  words: WordKey
  /** Belongs to the browser or to what every page does: told, and not to be changed. */
  isFixed?: boolean
}

/**
 * Every shortcut there is: what listens asks for it by its id, so that each is in the sheet and can be changed.
 * Never Ctrl+Shift with I, J, C, T, N, W: browsers keep those.
 */
export const SHORTCUTS = {
  switcher: { scope: 'global', keys: ['Mod+K'], words: 'keys.switcher' },
  sheet: { scope: 'global', keys: ['Mod+/', '?'], words: 'keys.sheet' },
  roomBefore: { scope: 'global', keys: ['Alt+ArrowUp'], words: 'keys.roomBefore' },
  roomAfter: { scope: 'global', keys: ['Alt+ArrowDown'], words: 'keys.roomAfter' },
  unreadBefore: { scope: 'global', keys: ['Alt+Shift+ArrowUp'], words: 'keys.unreadBefore' },
  unreadAfter: { scope: 'global', keys: ['Alt+Shift+ArrowDown', 'N'], words: 'keys.unreadAfter' },
  mentionBefore: { scope: 'global', keys: ['Ctrl+Alt+Shift+ArrowUp'], words: 'keys.mentionBefore' },
  mentionAfter: { scope: 'global', keys: ['Ctrl+Alt+Shift+ArrowDown'], words: 'keys.mentionAfter' },
  markAllRead: { scope: 'global', keys: ['Shift+Escape'], words: 'keys.markAllRead' },
  panel: { scope: 'global', keys: ['Mod+.'], words: 'keys.panel' },
  regionAfter: { scope: 'global', keys: ['Ctrl+F6'], words: 'keys.regionAfter' },
  regionBefore: { scope: 'global', keys: ['Ctrl+Shift+F6'], words: 'keys.regionBefore' },
  settings: { scope: 'global', keys: ['Mod+,'], words: 'keys.settings' },
  unreadOnly: { scope: 'global', keys: [], words: 'keys.unreadOnly' },
  newRoom: { scope: 'global', keys: [], words: 'keys.newRoom' },
  browseRooms: { scope: 'global', keys: [], words: 'keys.browseRooms' },
  newMessage: { scope: 'global', keys: [], words: 'keys.newMessage' },
  invite: { scope: 'global', keys: [], words: 'keys.invite' },
  theme: { scope: 'global', keys: [], words: 'keys.theme' },
  connection: { scope: 'global', keys: [], words: 'keys.connection' },
  signOut: { scope: 'global', keys: [], words: 'keys.signOut' },
  closeDialog: { scope: 'dialog', keys: ['Escape'], words: 'keys.closeDialog', isFixed: true },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof SHORTCUTS

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[]

/** A shortcut as the table has it. */
export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id]
}
