import { useRef } from 'preact/hooks'
import { UpdateNote } from '../offline/update-note.tsx'
import { RoomPane } from '../room/room-pane.tsx'
import { Sidebar } from '../sidebar/sidebar.tsx'
import { say } from '../words/say.ts'
import { Announcements } from './announcements.tsx'
import { useApp } from './app-context.ts'
import { ConnectionNote } from './connection-note.tsx'
import { Dialogs } from './dialogs.tsx'
import { Home } from './home.tsx'
import { PROFILE_CARD, SETTINGS } from './lazy-parts.tsx'
import { NoticeList } from './notice-list.tsx'
import type { Route } from './routes.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useShell } from './use-shell.ts'
import './shell.css'

/** The signed-in page: the list of rooms, one room, its people. On narrow screens one of the three at a time. The settings lie over what was there before. */
export function Shell() {
  const app = useApp()
  const route = app.router.route.value
  const behind = useRef<Route>({ at: 'home' })
  useShell(app)
  const keepFocus = useFocusBack(route.at === 'settings')
  if (route.at !== 'settings') behind.current = route
  const shown = behind.current
  const pane = paneOf(shown)
  return (
    <div class="shell" data-pane={pane}>
      <a class="shell__skip" href="#messages">
        {say('app.skip')}
      </a>
      <Announcements />
      <div class="shell__panes" inert={route.at === 'settings'} onFocusIn={keepFocus}>
        <Sidebar />
        {shown.at === 'room' ? (
          <RoomPane key={shown.room} id={shown.room} seq={shown.seq} hasPanel={shown.panel === 'members'} />
        ) : (
          <Home isNowhere={shown.at === 'nowhere'} />
        )}
      </div>
      {route.at === 'settings' && (
        <SETTINGS page={route.page} onClose={() => app.router.outOf('settings', behind.current)} />
      )}
      <ConnectionNote />
      <UpdateNote />
      <NoticeList />
      <Dialogs />
      {app.card.value && <PROFILE_CARD {...app.card.value} onClose={() => (app.card.value = undefined)} />}
    </div>
  )
}

/** The one pane of a narrow screen. */
function paneOf(route: Route): 'list' | 'home' | 'room' | 'panel' {
  if (route.at === 'nowhere') return 'home'
  if (route.at !== 'room') return 'list'
  return route.panel === undefined ? 'room' : 'panel'
}
