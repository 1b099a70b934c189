import type { PlainKey } from '../words/say.ts'
import type { Chord } from './chord.ts'

/** Where a shortcut works: on the whole page, or while the focus is in one part of it. */
export const SCOPES = ['global', 'timeline', 'message', 'composer', 'dialog'] as const
export type Scope = (typeof SCOPES)[number]

interface Shortcut {
  scope: Scope
  /** What it is pressed by until somebody wants it otherwise. Empty: only by name, in the switcher. */
  keys: readonly Chord[]
  words: PlainKey
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
  bold: { scope: 'composer', keys: ['Mod+B'], words: 'composer.bold' },
  italic: { scope: 'composer', keys: ['Mod+I'], words: 'composer.italic' },
  strike: { scope: 'composer', keys: ['Mod+Shift+X'], words: 'composer.strike' },
  code: { scope: 'composer', keys: ['Mod+E'], words: 'composer.code' },
  link: { scope: 'composer', keys: ['Mod+Shift+L'], words: 'composer.link' },
  editLast: { scope: 'composer', keys: ['ArrowUp'], words: 'composer.editLast' },
  replyLast: { scope: 'composer', keys: ['Shift+ArrowUp'], words: 'composer.replyLast' },
  oldestUnread: { scope: 'global', keys: ['Shift+PageUp'], words: 'timeline.keyOldestUnread' },
  messageBefore: { scope: 'timeline', keys: ['ArrowUp'], words: 'timeline.keyBefore' },
  messageAfter: { scope: 'timeline', keys: ['ArrowDown'], words: 'timeline.keyAfter' },
  firstMessage: { scope: 'timeline', keys: ['Ctrl+Home'], words: 'timeline.keyFirst' },
  lastMessage: { scope: 'timeline', keys: ['End', 'Ctrl+End'], words: 'timeline.keyLast' },
  markRead: { scope: 'timeline', keys: ['Escape'], words: 'timeline.keyMarkRead' },
  messageReply: { scope: 'message', keys: ['R'], words: 'timeline.reply' },
  messageEdit: { scope: 'message', keys: ['E'], words: 'timeline.editMessage' },
  messageReact: { scope: 'message', keys: ['+'], words: 'timeline.addReaction' },
  messageUnread: { scope: 'message', keys: ['U', 'Shift+U'], words: 'timeline.markUnread' },
  messageCopy: { scope: 'message', keys: ['Mod+C'], words: 'timeline.copyText' },
  messageDelete: { scope: 'message', keys: ['Backspace', 'Delete'], words: 'timeline.delete' },
  messageMenu: { scope: 'message', keys: ['Shift+F10', 'ContextMenu'], words: 'timeline.more' },
  closeDialog: { scope: 'dialog', keys: ['Escape'], words: 'keys.closeDialog', isFixed: true },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof SHORTCUTS

export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[]

/** A shortcut as the table has it. */
export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id]
}
