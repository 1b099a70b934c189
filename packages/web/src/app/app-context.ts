import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Natter, PlaceInfo } from '@natter/client'
import type { RoomId, UserId } from '@natter/protocol'
import type { SendKeyChoice } from '../composer/send-key.ts'
import type { Keys } from '../keys/keys.ts'
import type { Drafts } from '../offline/drafts.ts'
import type { Update } from '../offline/register.ts'
import type { SharedOutbox } from '../offline/shared-outbox.ts'
import type { CardShown } from '../profile/card-shown.ts'
import type { OwnSettings } from '../settings/own-settings.ts'
import type { Edits } from '../room/edits.ts'
import type { SidebarModel } from '../sidebar/create-sidebar.ts'
import type { EmojiHabits } from '../emoji/emoji-habits.ts'
import type { Deletions } from '../timeline/deletions.ts'
import type { NatterPast } from '@natter/client/past'
import type { Clock } from './clock.ts'
import type { Dismissals } from './dismissals.ts'
import type { TimeFormat } from './format-time.ts'
import type { LanguageChoice } from './language-choice.ts'
import type { Looks } from './looks.ts'
import type { Notices } from './notices.ts'
import type { Router } from './router.ts'
import type { SocketWatch } from './socket-watch.ts'

/** The dialog on screen, at most one. */
export type DialogShown =
  | {
      kind:
        | 'createRoom'
        | 'browseRooms'
        | 'openDm'
        | 'inviteLink'
        | 'switcher'
        | 'shortcuts'
        | 'commands'
        | 'unsentSignOut'
    }
  /** `section`: its name is to be changed; without it a new one is made, for `room` if there is one. */
  | { kind: 'nameSection'; section?: string; room?: RoomId }
  | { kind: 'addPeople' | 'leaveRoom' | 'editRoom'; room: RoomId }
  | { kind: 'removePerson'; room: RoomId; user: UserId }
  | { kind: 'deleteMessage'; room: RoomId; seq: number }
  /** What another app of the device hands over. */
  | { kind: 'share'; text: string }
  | MessageDialog

/** A dialog about one message. */
export interface MessageDialog {
  kind: 'forward' | 'seenBy' | 'reactions' | 'editHistory'
  room: RoomId
  seq: number
}

/** What components of the signed-in page have in common. */
export interface App {
  natter: Natter
  self: UserId
  place: PlaceInfo
  router: Router
  clock: Clock
  time: TimeFormat
  /** Now, by the minute. */
  minute: ReadonlySignal<number>
  drafts: Drafts
  /** What is typed in place of messages that are there. */
  edits: Edits
  /** Until then rooms and marks are those of the last visit. */
  hasGreeted: () => boolean
  /** What is not sent on this device, in any tab. */
  outbox: Pick<SharedOutbox, 'waiting'>
  /** How the server is reached. */
  link: Pick<SocketWatch, 'isRestarting' | 'road'>
  /** Whether the page is older than it could be. */
  update: Update
  notices: Notices
  /** The announcements that were put away. */
  dismissals: Dismissals
  /** One's own messages that are being deleted, and can still be had back. */
  deletions: Deletions
  /** What is asked of the server about what was. */
  past: NatterPast
  /** Recent emoji and the tone of skin. */
  emoji: EmojiHabits
  /** What one has set, the same on every device. */
  settings: OwnSettings
  keys: Keys
  /** The list of rooms as it stands. */
  sidebar: SidebarModel
  looks: Looks
  /** Which key sends a message, on this device. */
  sendKey: SendKeyChoice
  language: LanguageChoice
  dialog: Signal<DialogShown | undefined>
  /** Whose card is open, and beside what. */
  card: Signal<CardShown | undefined>
  /** One pane at a time. */
  isNarrow: ReadonlySignal<boolean>
  /** A finger, not a mouse: Enter makes a new line, messages open their tools by a tap. */
  isTouch: ReadonlySignal<boolean>
  isFocused: ReadonlySignal<boolean>
  /** Asks first while messages wait; `evenUnsent` gives them up. */
  signOut: (how?: 'evenUnsent') => Promise<void>
}

export const AppContext = createContext<App | undefined>(undefined)

/** The page one is inside of. Only for components below its provider. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (app === undefined) throw new Error('useApp outside of <AppContext.Provider>')
  return app
}
