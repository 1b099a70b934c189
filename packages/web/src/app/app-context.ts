import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Natter, PlaceInfo } from '@natter/client'
import type { RoomId, UserId } from '@natter/protocol'
import type { Drafts } from '../offline/drafts.ts'
import type { Update } from '../offline/register.ts'
import type { SharedOutbox } from '../offline/shared-outbox.ts'
import type { Clock } from './clock.ts'
import type { TimeFormat } from './format-time.ts'
import type { LanguageChoice } from './language-choice.ts'
import type { Looks } from './looks.ts'
import type { Notices } from './notices.ts'
import type { Router } from './router.ts'

/** The dialog on screen, at most one. */
export type DialogShown =
  | { kind: 'createRoom' | 'browseRooms' | 'openDm' | 'inviteLink' | 'you' | 'unsentSignOut' }
  | { kind: 'addPeople' | 'leaveRoom' | 'editRoom'; room: RoomId }
  | { kind: 'removePerson'; room: RoomId; user: UserId }
  | { kind: 'deleteMessage'; room: RoomId; seq: number }

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
  /** What is not sent on this device, in any tab. */
  outbox: Pick<SharedOutbox, 'waiting'>
  /** Whether the page is older than it could be. */
  update: Update
  notices: Notices
  looks: Looks
  language: LanguageChoice
  dialog: Signal<DialogShown | undefined>
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
